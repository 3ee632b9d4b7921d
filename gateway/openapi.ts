import { createDocument } from "zod-openapi";
import { env } from "@/lib/env";
import { explainFields } from "@/lib/openapi/fields";
import { growing, plain } from "@/lib/openapi/plain";
import { descriptions } from "./openapi/descriptions";
import { gatewayFrames } from "./openapi/frames";
import { paths } from "./openapi/paths";

const introduction = [
  "The gateway is where agents' apps talk to Rollcall: JSON over HTTP and one WebSocket. Version 1 only grows: pass over fields " +
    "and frames that you do not know.",
  "Times are RFC 3339 in UTC, from the server's clock. Refusals are `application/problem+json` (RFC 9457): decide by the code at " +
    "the end of `type` alone, titles may change. Bodies and frames may have 64 KiB, pieces of a log 1 MiB.",
].join("\n\n");

function build() {
  const document = createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Rollcall gateway",
        version: "1",
        description: introduction,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: env().GATEWAY_URL }],
      security: [{ token: [] }],
      tags: [
        { name: "Signing in", description: "How an app gets its token." },
        { name: "While signed in", description: "With `Authorization: Bearer <token>`." },
        { name: "Stream", description: "A WebSocket for all that is said while the agent works." },
        { name: "Gateway", description: "About the gateway itself; without a token." },
      ],
      paths,
      components: {
        schemas: gatewayFrames,
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "The `token` of the sign-in's answer." },
        },
      },
    },
    {
      override: ({ jsonSchema }) => {
        plain(jsonSchema);
        growing(jsonSchema);
      },
    },
  );
  explainFields(document, descriptions);
  return document;
}

let built: ReturnType<typeof build> | undefined;

/** The gateway's protocol as OpenAPI 3.1, from the schemas that the gateway parses with. */
export function openApiDocument() {
  built ??= build();
  return built;
}
