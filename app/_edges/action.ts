import { headers } from "next/headers";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { ConsoleSession } from "@/lib/auth/console-sessions";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";
import { currentSession } from "./actor";
import { addressOf } from "./address";

/** What a server action tells its screen: a value, or a code for which the screen has the words. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

type Outcome<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; detail: unknown };

/** Makes a command a server action: reads the session, parses the input; codes cross the wire, never raw errors. */
export function action<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>, session: ConsoleSession) => Promise<Outcome<T>>,
) {
  return (given: z.input<S>) =>
    answered(async () => {
      const session = await currentSession();
      if (!session) return { ok: false, code: "unauthenticated" };
      const input = schema.safeParse(given);
      if (!input.success) return { ok: false, code: "invalid-request" };
      return command(session.actor, input.data, session);
    });
}

/** The same for what anybody may call, signed in or not: the command learns from which address. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>, ip: string | null) => Promise<Outcome<T>>,
) {
  return (given: z.input<S>) =>
    answered(async () => {
      const input = schema.safeParse(given);
      if (!input.success) return { ok: false, code: "invalid-request" };
      return command(input.data, addressOf(Object.fromEntries(await headers())));
    });
}

async function answered<T>(
  run: () => Promise<Outcome<T> | { ok: false; code: ErrorCode }>,
): Promise<ActionResult<T>> {
  try {
    const result = await run();
    return result.ok ? result : { ok: false, code: result.code };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code };
    log.error({ error: String(error) }, "action failed");
    return { ok: false, code: isUnavailable(error) ? "unavailable" : "internal" };
  }
}
