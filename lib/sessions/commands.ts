import { audit, auditEach } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { atOpenSeat } from "@/lib/seats/at-seat";
import { storeNews } from "@/lib/seats/commit";
import { lockSeats, readOpenSeats } from "@/lib/seats/lock";
import type { ForceLogout } from "@/lib/seats/schema";
import { partBy, unknownOnes } from "@/lib/users/left";
import { findAmong } from "@/lib/users/queries";
import { endSessions as endAll, endSession } from "./end";
import type { EndSession, EndSessions, PushAddress } from "./schema";

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

/** Replaces where pushes reach the app of a session: its system gives out another token now and then. */
export async function changePushAddress({ id }: { id: string }, { token }: PushAddress): Promise<void> {
  await db.$executeRaw`
    update installation i set push_token = ${token} from session x
    where x.id = ${id}::uuid and i.id = x.installation_id`;
}

/** An administrator ends the open session of a user; the app is told why. */
export function endUserSession(actor: Actor, { username, sessionId, reason }: EndSession) {
  const whose = { username, sessionId, evenOnInteraction: true };
  return atOpenSeat(actor, "sessions:end", whose, async (tx, seat) => {
    const by = { kind: actor.kind, id: actor.id };
    await endSession(tx, seat.userId, { cause: "ended_by_administrator", by, reason });
    await audit(tx, actor, { verb: "session.end", subject: seat.sessionId, note: reason });
    return ok({ sessionId: seat.sessionId });
  });
}

/**
 * The same for several, whatever becomes of the others: who is not signed in, or on an interaction that is to go on, is left
 * as they are, and told with the reason.
 */
export async function endSessions(actor: Actor, { usernames, reason, evenOnInteraction }: EndSessions) {
  authorize(actor, "sessions:end");

  return db.$transaction(async (tx) => {
    const { users, unknown } = await findAmong(tx, actor, usernames);
    const ids = users.map((user) => user.id);
    await lockSeats(tx, ids);
    const open = new Map((await readOpenSeats(tx, ids)).map((seat) => [seat.userId, seat]));
    const { chosen, left } = partBy(users, ({ id }) => {
      const seat = open.get(id);
      if (!seat) return "not-signed-in";
      return seat.openInteractions > 0 && !evenOnInteraction ? "on-interaction" : null;
    });

    const by = { kind: actor.kind, id: actor.id };
    const cause = "ended_by_administrator";
    const ended = await endAll(
      tx,
      chosen.map(({ id: userId }) => ({ userId, cause, by, reason })),
    );
    const verb = "session.end";
    await auditEach(
      tx,
      actor,
      ended.map(({ sessionId: subject }) => ({ verb, subject, note: reason })),
    );
    return ok({ ended: chosen.length, left: [...left, ...unknownOnes(unknown)] });
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
