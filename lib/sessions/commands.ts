import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { isOpen, lockSeat } from "@/lib/seats/lock";
import { findByUsername } from "@/lib/users/queries";
import { endSession } from "./end";
import type { EndSession } from "./schema";

/** The app's own sign-out. A session that has ended meanwhile stays as it ended. */
export async function signOut(session: { id: string; userId: string }) {
  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, session.userId);
    if (!isOpen(seat) || seat.sessionId !== session.id) return fail("session-ended");
    const at = await databaseNow(tx);
    await endSession(tx, seat, { cause: "signed_out", by: { kind: "person", id: session.userId }, at });
    return ok(undefined);
  });
}

/** An administrator ends the open session of a user; the app is told why. */
export async function endUserSession(actor: Actor, { username, sessionId, reason }: EndSession) {
  authorize(actor, "sessions:end");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");

  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, user.id);
    if (!isOpen(seat)) return fail("not-signed-in");
    if (sessionId && sessionId !== seat.sessionId) return fail("signed-in-elsewhere");
    await endSession(tx, seat, {
      cause: "ended_by_administrator",
      by: { kind: actor.kind, id: actor.id },
      reason,
      at: await databaseNow(tx),
    });
    await audit(tx, actor, { verb: "session.end", subject: seat.sessionId, note: reason });
    return ok({ sessionId: seat.sessionId });
  });
}
