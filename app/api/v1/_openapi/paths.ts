import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { jsonBody } from "@/app/_edges/body";
import type { Operation } from "@/app/_edges/route";
import type { ErrorCode } from "@/lib/errors";
import { IdempotencyKey } from "@/lib/sessions/schema";
import { refusals } from "./problems";
import { routes } from "./routes";
import { tagOf } from "./tags";

/** What any route may refuse with. */
export const always: ErrorCode[] = [
  "unauthenticated",
  "not-allowed",
  "invalid-request",
  "internal",
  "unavailable",
];

/** And what any that takes a body may. */
export const withBody: ErrorCode[] = ["too-large"];

/** And what a write may, when it comes with a key. */
export const withKey: ErrorCode[] = ["idempotency-key-in-use", "idempotency-key-reused", "answer-lost"];
const keyHeader = z.object({ "Idempotency-Key": IdempotencyKey.optional() });

/** Each route as OpenAPI has it, from what the route itself is checked by. */
export function pathsOf(): ZodOpenApiPathsObject {
  return Object.fromEntries(
    Object.entries(routes).map(([path, module]) => {
      const methods = Object.entries(module).map(([method, { operation }]) => [
        method.toLowerCase(),
        toOpenApi(method, path, operation),
      ]);
      return [path, Object.fromEntries(methods)];
    }),
  );
}

function toOpenApi(method: string, path: string, operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, params, query, refuses = [] } = operation;
  const writes = method !== "GET";
  const codes = [...always, ...(writes ? withKey : []), ...(operation.body ? withBody : []), ...refuses];
  return {
    operationId: id,
    tags: [tagOf(path)],
    summary,
    ...(description && { description }),
    requestParams: {
      ...(writes && { header: keyHeader }),
      ...(params && { path: objectIn(params) }),
      ...(query && { query: objectIn(query) }),
    },
    ...bodyOf(operation),
    responses: { ...goodAnswer(operation), ...refusals(...new Set(codes)) },
  };
}

/** `createTeam` as the name of what it takes: `CreateTeam`. */
const named = (id: string) => id.replace(/^./, (letter) => letter.toUpperCase());

function bodyOf({ id, body, read = jsonBody }: Operation): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (!body) return {};
  const schema = read.type === jsonBody.type ? body.meta({ id: named(id) }) : { type: "string" as const };
  return { requestBody: { required: !read.optional, content: { [read.type]: { schema } } } };
}

function goodAnswer({
  id,
  answer,
  events,
  files = {},
  status = 200,
}: Operation): ZodOpenApiOperationObject["responses"] {
  if (!answer && Object.keys(files).length === 0) return { "204": { description: "Done." } };
  const schema = answer?.meta()?.id ? answer : answer?.meta({ id: `${named(id)}Answer` });
  const description = status === 201 ? "Made." : "Done.";
  const others = Object.entries({ ...files, ...(events && { "text/event-stream": events }) }).map(
    ([type, told]) => [type, { schema: { type: "string" as const, description: told } }],
  );
  const content = { ...(schema && { "application/json": { schema } }), ...Object.fromEntries(others) };
  return { [status]: { description, content } };
}

/** Parameters are those of an object, whatever becomes of it. */
function objectIn(schema: z.ZodType): z.ZodObject {
  const inner = schema instanceof z.ZodPipe ? schema.in : schema;
  if (inner instanceof z.ZodObject) return inner;
  throw new Error("parameters must be those of an object");
}
