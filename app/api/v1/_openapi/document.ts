import { createDocument } from "zod-openapi";
import { env } from "@/lib/env";
import { explainFields } from "@/lib/openapi/fields";
import { growing, plain } from "@/lib/openapi/plain";
import { descriptions } from "./descriptions";
import { pathsOf } from "./paths";
import { allTags, tagOf } from "./tags";

const introduction = [
  "For automation: everything that the console's screens do, with the same rules. Version 1 only grows: pass over fields of answers " +
    "that you do not know. What you send is checked strictly: parameters and fields that do not exist are refused.",
  "Times are RFC 3339 in UTC, durations are in milliseconds. Lists come in pages: `next` is the `cursor` of the page after, null at " +
    "the end. Refusals are `application/problem+json` (RFC 9457): decide by the code at the end of `type` alone, titles may change.",
].join("\n\n");

const ownPath = "/openapi.json";

function build() {
  const document = createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Rollcall admin API",
        version: "1",
        description: introduction,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: `${env().CONSOLE_URL.replace(/\/$/, "")}/api/v1` }],
      security: [{ token: [] }],
      tags: allTags,
      paths: {
        ...pathsOf(),
        [ownPath]: {
          get: {
            operationId: "getOpenApi",
            tags: [tagOf(ownPath)],
            summary: "Get this document",
            security: [],
            responses: {
              "200": {
                description: "The document.",
                content: { "application/json": { schema: { type: "object" } } },
              },
            },
          },
        },
      },
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description:
              "`ADMIN_API_TOKEN`, or a token that a person made on their profile: it acts as that person, within their roles and teams.",
          },
        },
      },
    },
    {
      override: ({ jsonSchema, io }) => {
        plain(jsonSchema);
        if (io === "output") growing(jsonSchema);
      },
    },
  );
  explainFields(document, descriptions);
  return document;
}

let built: ReturnType<typeof build> | undefined;

/** The admin API as OpenAPI 3.1, from the schemas that its routes parse with. */
export function openApiDocument() {
  built ??= build();
  return built;
}
