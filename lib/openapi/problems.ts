import { z } from "zod";
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { type ErrorCode, errorStatus } from "@/lib/errors";

export const InvalidField = z
  .strictObject({ path: z.string(), message: z.string() })
  .meta({ id: "InvalidField" });

type Problems<C extends ErrorCode> = {
  codes: readonly C[];
  titleOf: (code: C) => string;
  /** What some carry besides `type`, `title` and `status`. */
  more: Partial<Record<ErrorCode, z.ZodRawShape>>;
};

/** `SeatTakenProblem` */
export const problemName = (code: ErrorCode) =>
  `${code.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Problem`;

const retryAfter = {
  "Retry-After": { description: "Seconds to wait.", required: true, schema: { type: "integer" as const } },
};

const wwwAuthenticate = {
  "WWW-Authenticate": {
    description: '`Bearer`, with `error="invalid_token"` where a token was sent.',
    required: true,
    schema: { type: "string" as const },
  },
};

/** Problems as schemas, and the answers that carry them. */
export function describeProblems<C extends ErrorCode>({ codes, titleOf, more }: Problems<C>) {
  const schemas = new Map(
    codes.map((code) => [
      code,
      z
        .strictObject({
          type: z.literal(`/problems/${code}`),
          title: z.string(),
          status: z.literal(errorStatus[code]),
          ...more[code],
        })
        .meta({ id: problemName(code), description: titleOf(code) }),
    ]),
  );

  function problemSchema(code: C) {
    const schema = schemas.get(code);
    if (!schema) throw new Error(`no such problem: ${code}`);
    return schema;
  }

  function anyOf(some: readonly C[]) {
    const [first, ...others] = some.map(problemSchema);
    if (!first) throw new Error("a refusal without a code");
    return others.length > 0 ? z.discriminatedUnion("type", [first, ...others]) : first;
  }

  function refusal(some: readonly C[]): ZodOpenApiResponseObject {
    const waits = some.some((code) => errorStatus[code] === 429 || errorStatus[code] === 503);
    const asks = some.some((code) => errorStatus[code] === 401);
    return {
      description: some.map((code) => `\`${code}\`: ${titleOf(code)}`).join("\n\n"),
      content: { "application/problem+json": { schema: anyOf(some) } },
      ...(waits && { headers: retryAfter }),
      ...(asks && { headers: wwwAuthenticate }),
      "x-problem-codes": some,
    };
  }

  /** The answers of an operation that refuse: one a status, with every code that it may carry. */
  function refusals(...some: C[]): ZodOpenApiResponsesObject {
    const statuses = [...new Set(some.map((code) => errorStatus[code]))].sort();
    return Object.fromEntries(
      statuses.map((status) => [
        String(status),
        refusal(some.filter((code) => errorStatus[code] === status)),
      ]),
    );
  }

  return { problemSchema, anyOf, refusals };
}
