import { z } from "zod";
import { type Actor, authorize } from "@/lib/auth/actor";
import { challenge } from "@/lib/auth/challenge";
import type { Permission } from "@/lib/auth/permissions";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Result } from "@/lib/result";
import { IdempotencyKey } from "@/lib/sessions/schema";
import { isUnavailable } from "@/lib/unavailable";
import { json, problem } from "./answers";
import { jsonBody, type Read } from "./body";
import { callerOf } from "./caller";
import { faultsIn, invalid } from "./issues";
import { once } from "./once";
import { paramsOf } from "./params";

/** What a route takes, answers and refuses: it is checked by this and described by this. */
export type Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
  C extends ErrorCode = ErrorCode,
> = {
  /** Its name in generated clients: `changeTeam`. */
  id: string;
  /** What it does, as a command: `Change a team`. */
  summary: string;
  /** What else its callers should know. */
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Asked before a body is read that may be large; the command asks in any case. */
  needs?: Permission;
  /** How the body is read: as JSON unless said otherwise. */
  read?: Read;
  /** What a 200 carries; without it, and without files, the answer is 204. */
  answer?: A;
  /** For whoever accepts `text/event-stream`: what comes instead of the 200, in words. */
  events?: string;
  /** Files that come instead of the 200 where they are asked for: what they are, by media type. */
  files?: Readonly<Record<string, string>>;
  /** For what makes something: a 201 instead. */
  status?: 200 | 201;
  /** Beside what any route may refuse with. */
  refuses?: readonly C[];
};

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
};

/** What a command says of the fields that it refuses. */
const Faulty = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) });

const nothing = z.strictObject({});
type Nothing = typeof nothing;

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
export type Route = Handler & { operation: Operation };

/**
 * Makes a function a route of the admin API: checks the token, parses what came, answers JSON or a problem. The function
 * returns what its operation says, or a response where more is to be told.
 */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodUndefined,
  const C extends ErrorCode = never,
>(
  operation: Operation<P, Q, B, A, C>,
  answer: (
    actor: Actor,
    input: Input<P, Q, B>,
    request: Request,
  ) => Promise<Result<z.input<A>, NoInfer<C>, unknown> | Response>,
): Route {
  const handle: Handler = (request, context) =>
    answered(request, async () => {
      const caller = await callerOf(request);
      if (!caller) return unauthenticated(request);
      if (operation.needs) authorize(caller.actor, operation.needs);
      const { read = jsonBody } = operation;
      const sent = operation.body && (await sentBy(request, read));
      if (operation.body && !sent) return invalid([{ path: "", message: `the body must be ${read.takes}` }]);
      const url = new URL(request.url);
      const input = z
        .object({
          params: operation.params ?? nothing,
          query: operation.query ?? nothing,
          body: operation.body ?? z.undefined(),
        })
        .safeParse({ params: (await context.params) ?? {}, query: paramsOf(url), body: sent?.value });
      // Past the word for where a parameter stood.
      if (!input.success) return invalid(faultsIn(input.error, 1));

      const run = (actor: Actor) =>
        answered(request, async () => {
          const result = await answer(actor, input.data as Input<P, Q, B>, request);
          if (result instanceof Response) return result;
          if (!result.ok) return problem(result.code, Faulty.safeParse(result.detail).data);
          return operation.answer
            ? json(result.value, operation.status)
            : new Response(null, { status: 204 });
        });

      const { method } = request;
      const key = IdempotencyKey.nullable().safeParse(request.headers.get(keyHeader));
      if (method === "GET" || key.data === null) return run(caller.actor);
      if (!key.success) return invalid(key.error.issues.map(({ message }) => ({ path: keyHeader, message })));
      const address = url.pathname + url.search;
      const asked = { token: caller.token, key: key.data, method, address, body: sent?.bytes ?? noBytes };
      return once(asked, (claim) => run({ ...caller.actor, request: claim }));
    });
  return Object.assign(handle, { operation });
}

const keyHeader = "Idempotency-Key";
const noBytes = new Uint8Array();

/** What a function throws, as an answer. */
async function answered(request: Request, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) return problem(error.code);
    log.error({ error: String(error), path: new URL(request.url).pathname }, "admin API failed");
    return problem(isUnavailable(error) ? "unavailable" : "internal");
  }
}

async function sentBy(request: Request, read: Read) {
  try {
    return await read.from(request);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A body that broke off is as good as none.
    return undefined;
  }
}

function unauthenticated(request: Request) {
  const response = problem("unauthenticated");
  response.headers.set("www-authenticate", challenge(request.headers.get("authorization")));
  return response;
}
