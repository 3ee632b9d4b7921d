import { audit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { atOpenSeat } from "@/lib/seats/at-seat";
import { storeNews } from "@/lib/seats/commit";
import type { ForceLogout } from "@/lib/seats/schema";
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
export function endUserSession(actor: Actor, { username, sessionId, reason }: EndSession) {
  const whose = { username, evenOnInteraction: true };
  return atOpenSeat(actor, "sessions:end", whose, async (tx, seat) => {
    if (sessionId && sessionId !== seat.sessionId) return fail("signed-in-elsewhere");
    const by = { kind: actor.kind, id: actor.id };
    await endSession(tx, seat.userId, { cause: "ended_by_administrator", by, reason });
    await audit(tx, actor, { verb: "session.end", subject: seat.sessionId, note: reason });
    return ok({ sessionId: seat.sessionId });
  });
}

/** A supervisor signs an agent out; one who is on an interaction only if that is said a second time. */
export function forceLogout(actor: Actor, { reason, ...whose }: ForceLogout) {
  return atOpenSeat(actor, "agents:force", whose, async (tx, seat) => {
    const by = { kind: actor.kind, id: actor.id };
    await endSession(tx, seat.userId, { cause: "forced_by_supervisor", by, reason });
    await audit(tx, actor, { verb: "agent.force-logout", subject: seat.sessionId, note: reason });
    return ok({ sessionId: seat.sessionId });
  });
}
