import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope, scopeFilter } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { stampSeats } from "@/lib/seats/stamp";
import { readSettings } from "@/lib/settings/queries";
import { uniqueViolation } from "@/lib/unique";
import { findByUsername } from "@/lib/users/queries";
import { afterCancel } from "./course";
import type { AskForLogs, KeepLog, LogRequestId } from "./schema";
import { lockRequest, takeStep } from "./write";

/** Asks for the logs of a user's app: it is told at once where it is connected, else when it comes. */
export async function askForLogs(actor: Actor, { username, minutes, consent: wanted, ...asked }: AskForLogs) {
  authorize(actor, "logs:ask");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  const { logConsent } = await readSettings(db);
  const consent = wanted ?? (logConsent === "either" ? "ask" : logConsent);
  if (logConsent !== "either" && logConsent !== consent)
    return fail("consent-not-allowed", {
      errors: [{ path: "consent", message: `must be ${logConsent}, by the settings` }],
    });

  try {
    return await db.$transaction(async (tx) => {
      const { sessionId } = asked;
      if (sessionId && !(await isOpenSession(tx, user.id, sessionId))) return fail("not-signed-in");
      const requestedAt = await databaseNow(tx);
      const request = await tx.logRequest.create({
        data: {
          ...asked,
          consent,
          id: uuidv7(),
          userId: user.id,
          sessionId: sessionId ?? null,
          ticket: asked.ticket ?? null,
          until: new Date(requestedAt.getTime() + minutes * 60_000),
          askedByKind: actor.kind,
          askedById: actor.id,
          requestedAt,
        },
      });
      await audit(tx, actor, {
        verb: "log-request.create",
        subject: request.id,
        note: asked.reason,
        changes: {
          userId: user.id,
          level: asked.level,
          minutes,
          maxBytes: asked.maxBytes,
          consent,
        },
      });
      await stampSeats(tx, [user.id]);
      return ok(request);
    });
  } catch (error) {
    if (uniqueViolation(error) !== "log_request_one_open_key") throw error;
    const open = await db.logRequest.findFirst({ where: { userId: user.id, endedAt: null } });
    // Null where it has just ended.
    return fail("log-request-open", { requestId: open?.id ?? null });
  }
}

const isOpenSession = async (tx: Tx, userId: string, id: string) =>
  (await tx.session.count({ where: { id, userId, logoutAt: null } })) > 0;

/** Takes a request back: the app stops, what has arrived stays. */
export function cancelLogRequest(actor: Actor, { id }: LogRequestId) {
  return atRequest(actor, "logs:ask", id, async (tx, request) => {
    const step = afterCancel(request, await databaseNow(tx));
    if (typeof step === "string") return fail(step);
    const cancelled = await takeStep(tx, request.id, step);
    await audit(tx, actor, { verb: "log-request.cancel", subject: id });
    await stampSeats(tx, [request.userId]);
    return ok(cancelled);
  });
}

/** Keeps a log for longer than all are kept, or no longer. */
export function keepLog(actor: Actor, { id, kept }: KeepLog) {
  return atRequest(actor, "logs:delete", id, async (tx) => {
    const request = await tx.logRequest.update({ where: { id }, data: { kept } });
    await audit(tx, actor, { verb: kept ? "log-request.keep" : "log-request.unkeep", subject: id });
    return ok(request);
  });
}

/** Deletes a request with all that arrived, for good; an app that still collects is told to stop. */
export function deleteLog(actor: Actor, { id }: LogRequestId) {
  return atRequest(actor, "logs:delete", id, async (tx, { userId, lines, bytes }) => {
    await tx.logRequest.delete({ where: { id } });
    await audit(tx, actor, { verb: "log-request.delete", subject: id, changes: { userId, lines, bytes } });
    await stampSeats(tx, [userId]);
    return ok(null);
  });
}

type Request = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/** Acts on a request of somebody whom the actor may reach, under its lock. */
async function atRequest<R>(
  actor: Actor,
  permission: Permission,
  id: string,
  act: (tx: Tx, request: Request) => Promise<R>,
) {
  authorize(actor, permission);
  return db.$transaction(async (tx) => {
    const request = await lockRequest(tx, id);
    const isTheirs =
      request && (await tx.user.count({ where: { id: request.userId, ...scopeFilter(actor) } })) > 0;
    return request && isTheirs ? act(tx, request) : fail("not-found");
  });
}
