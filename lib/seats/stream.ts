import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { isOpen, lockSeat } from "./lock";

/**
 * Gives a session's seat to a socket; an older socket of the session loses it and learns so from the feed. One that has
 * closed meanwhile must not take the seat from the socket that came after it.
 */
export async function attachStream(
  session: { id: string; userId: string },
  streamId: string,
  isOpenStill: () => boolean,
) {
  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, session.userId);
    if (!isOpen(seat) || seat.sessionId !== session.id) return fail("session-ended");
    if (!isOpenStill()) return fail("stream-closed");
    await tx.seat.update({ where: { userId: session.userId }, data: { streamId } });
    return ok(undefined);
  });
}

/** A socket is gone: no logout, only no longer a live socket. */
export async function detachStream(userId: string, streamId: string) {
  await db.seat.updateMany({ where: { userId, streamId }, data: { streamId: null } });
}
