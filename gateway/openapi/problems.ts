import { z } from "zod";
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import en from "@/messages/en.json";
import { isProblemCode } from "../problem";
import { texts } from "../texts";
import { ending, Seat } from "./answers";

export type ProblemCode = Extract<ErrorCode, keyof typeof en.gateway.problem>;

export const problemCodes = Object.keys(en.gateway.problem).filter(isProblemCode);

const InvalidField = z.strictObject({ path: z.string(), message: z.string() }).meta({ id: "InvalidField" });

/** What some problems carry besides `type`, `title` and `status`. */
const more: Partial<Record<ProblemCode, z.ZodRawShape>> = {
  "invalid-request": { errors: z.array(InvalidField) },
  "seat-taken": { seat: Seat, takeOver: z.string() },
  "session-ended": ending,
};

/** `SeatTakenProblem` */
export const problemName = (code: ProblemCode) =>
  `${code.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Problem`;

const schemas = new Map(
  problemCodes.map((code) => [
    code,
    z
      .strictObject({
        type: z.literal(`/problems/${code}`),
        title: z.string(),
        status: z.literal(errorStatus[code]),
        ...more[code],
      })
      .meta({ id: problemName(code), description: texts(`problem.${code}`) }),
  ]),
);

export function problemSchema(code: ProblemCode) {
  const schema = schemas.get(code);
  if (!schema) throw new Error(`no such problem: ${code}`);
  return schema;
}

const [firstCode, ...otherCodes] = problemCodes;
if (!firstCode) throw new Error("no problem has a text");

export const AnyProblem = z
  .discriminatedUnion("type", [problemSchema(firstCode), ...otherCodes.map(problemSchema)])
  .meta({ id: "Problem" });

const retryAfter = {
  "Retry-After": { description: "Seconds to wait.", required: true, schema: { type: "integer" as const } },
};

/** The answers of an operation that refuse: one a status, with every code that it may carry. */
export function refusals(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  const statuses = [...new Set(codes.map((code) => errorStatus[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => [String(status), refusal(codes.filter((code) => errorStatus[code] === status))]),
  );
}

function refusal(codes: ProblemCode[]): ZodOpenApiResponseObject {
  const [first, ...others] = codes.map(problemSchema);
  if (!first) throw new Error("a refusal without a code");
  const waits = codes.some((code) => code === "too-many-attempts" || code === "unavailable");
  return {
    description: codes.map((code) => `\`${code}\`: ${texts(`problem.${code}`)}`).join("\n\n"),
    content: {
      "application/problem+json": {
        schema: others.length ? z.discriminatedUnion("type", [first, ...others]) : first,
      },
    },
    ...(waits && { headers: retryAfter }),
    "x-problem-codes": codes,
  };
}
