import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { AppError, type ErrorCode, errorStatus } from "@/lib/errors";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";
import { problemTitle } from "./texts";

type Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: P;
  query?: Q;
  body?: B;
};
type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
};

const nothing = z.strictObject({});
type Nothing = typeof nothing;

/** Makes a function a route of the admin API: checks the token, parses what came, answers JSON or a problem. */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = z.ZodUndefined,
>(shapes: Shapes<P, Q, B>, answer: (actor: Actor, input: Input<P, Q, B>) => Promise<Response>) {
  return async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const actor = actorOf(request);
    if (!actor) return problem("unauthenticated");
    const url = new URL(request.url);
    const body = shapes.body && (await jsonOf(request));
    if (shapes.body && body === undefined) {
      return problem("invalid-request", { errors: [{ path: "", message: "the body must be JSON" }] });
    }
    const input = z
      .object({
        params: shapes.params ?? nothing,
        query: shapes.query ?? nothing,
        body: shapes.body ?? z.undefined(),
      })
      .safeParse({
        params: (await context.params) ?? {},
        query: Object.fromEntries(url.searchParams),
        body,
      });
    if (!input.success) return problem("invalid-request", { errors: input.error.issues.map(issue) });
    try {
      return await answer(actor, input.data as Input<P, Q, B>);
    } catch (error) {
      if (error instanceof AppError) return problem(error.code);
      log.error({ error: String(error), path: url.pathname }, "admin API failed");
      return problem(isUnavailable(error) ? "unavailable" : "internal");
    }
  };
}

/** The body, or undefined where it is no JSON. */
const jsonOf = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

/** Paths name the parameter as its caller wrote it: without the word for where it stood. */
const issue = ({ path, message }: z.core.$ZodIssue) => ({ path: path.slice(1).join("."), message });

export const json = (value: unknown, status = 200) => Response.json(value, { status });

export function problem(code: ErrorCode, extra: object = {}) {
  const status = errorStatus[code];
  return Response.json(
    { type: `/problems/${code}`, title: problemTitle(code), status, ...extra },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}

function actorOf(request: Request): Actor | null {
  const given = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const expected = env().ADMIN_API_TOKEN;
  return given && expected && timingSafeEqual(digest(given), digest(expected)) ? bootstrapToken : null;
}

const digest = (text: string) => createHash("sha256").update(text).digest();
