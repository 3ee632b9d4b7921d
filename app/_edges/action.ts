import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";
import { currentSession } from "./actor";

/** What a server action tells its screen: a value, or a code for which the screen has the words. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

type Outcome<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; detail: unknown };

/** Makes a command a server action: reads the session, parses the input; codes cross the wire, never raw errors. */
export function action<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<Outcome<T>>,
) {
  return async (given: z.input<S>): Promise<ActionResult<T>> => {
    try {
      const session = await currentSession();
      if (!session) return { ok: false, code: "unauthenticated" };
      const input = schema.safeParse(given);
      if (!input.success) return { ok: false, code: "invalid-request" };
      const result = await command(session.actor, input.data);
      return result.ok ? result : { ok: false, code: result.code };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, code: error.code };
      log.error({ error: String(error) }, "action failed");
      return { ok: false, code: isUnavailable(error) ? "unavailable" : "internal" };
    }
  };
}
