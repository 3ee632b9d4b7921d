import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { storeNews } from "@/lib/seats/commit";
import { isOpen, lockSeat } from "@/lib/seats/lock";
import type { ForceLogout } from "@/lib/seats/schema";
import { findByUsername } from "@/lib/users/queries";
import { endSession } from "./end";
import type { EndSession } from "./schema";

/** The app's own sign-out. A session that has ended meanwhile stays as it ended. */
export async function signOut({ id, userId }: { id: string; userId: string }) {
  return db.$transaction(async (tx) => {
    // Whoever signs out is in touch, however long the app was silent before.
    const [told] = await storeNews(tx, [{ userId, sessionId: id, event: { kind: "contact" } }]);
    if (told?.outcome !== "stored") return fail("session-ended");
    await endSession(tx, userId, { cause: "signed_out", by: { kind: "person", id: userId } });
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
    const by = { kind: actor.kind, id: actor.id };
    await endSession(tx, user.id, { cause: "ended_by_administrator", by, reason });
    await audit(tx, actor, { verb: "session.end", subject: seat.sessionId, note: reason });
    return ok({ sessionId: seat.sessionId });
  });
}

/** A supervisor signs an agent out; one who is on an interaction only if that is said a second time. */
export async function forceLogout(actor: Actor, { username, reason, evenOnInteraction }: ForceLogout) {
  authorize(actor, "agents:force");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");

  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, user.id);
    if (!isOpen(seat)) return fail("not-signed-in");
    if (seat.openInteractions > 0 && !evenOnInteraction) return fail("on-interaction");
    const by = { kind: actor.kind, id: actor.id };
    await endSession(tx, user.id, { cause: "forced_by_supervisor", by, reason });
    await audit(tx, actor, { verb: "agent.force-logout", subject: seat.sessionId, note: reason });
    return ok({ sessionId: seat.sessionId });
  });
}
