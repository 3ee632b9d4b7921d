import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { challenge } from "@/lib/auth/challenge";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import en from "@/messages/en.json";
import { texts } from "./texts";

type Code = Extract<ErrorCode, keyof typeof en.gateway.problem>;

export const isProblemCode = (text: string): text is Code => Object.hasOwn(en.gateway.problem, text);

/** RFC 9457. Apps decide by the code at the end of `type` alone. */
export function problemOf(code: Code, extra: object = {}) {
  return { type: `/problems/${code}`, title: texts(`problem.${code}`), status: errorStatus[code], ...extra };
}

export function problem(c: Context, code: Code, extra?: object) {
  const status: ContentfulStatusCode = errorStatus[code];
  return c.body(JSON.stringify(problemOf(code, extra)), status, {
    "content-type": "application/problem+json",
    ...(status === 401 && { "www-authenticate": challenge(c.req.header("authorization")) }),
  });
}

export const notJson = { errors: [{ path: "", message: "the body must be JSON" }] };

export const invalid = (error: z.ZodError) => ({
  errors: error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
});
