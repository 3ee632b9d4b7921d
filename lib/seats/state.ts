import { databaseNow, later } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import type { State } from "@/lib/sessions/schema";
import { isOpen, lockSeat, type OpenSeat } from "./lock";

const rememberedFrames = 32;

type Frame = { frameId: string; state: State | null };
type OfSession = { id: string; userId: string };

/** Stores one frame of an app: its state, if it tells one. The same frame twice is stored once. */
export async function recordFrame(session: OfSession, { frameId, state }: Frame) {
  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, session.userId);
    if (!isOpen(seat) || seat.sessionId !== session.id) return fail("session-ended");
    if (seat.frameIds.includes(frameId)) return ok({ repeated: true });

    const changed = state !== null && (state.state !== seat.state || state.reason !== seat.reason);
    const since = changed ? await changeState(tx, seat, state) : seat.stateSince;
    await tx.seat.update({
      where: { userId: seat.userId },
      data: {
        ...(changed && { state: state.state, reason: state.reason, stateSince: since }),
        frameIds: [...seat.frameIds, frameId].slice(-rememberedFrames),
      },
    });
    return ok({ repeated: false });
  });
}

/** Closes the interval that is open and begins the next. Returns when. */
async function changeState(tx: Tx, seat: OpenSeat, { state, reason }: State) {
  // A clock set back while we run must not turn an interval around.
  const at = later(await databaseNow(tx), seat.stateSince);
  const current = { sessionId_startedAt: { sessionId: seat.sessionId, startedAt: seat.stateSince } };
  if (at.getTime() === seat.stateSince.getTime()) {
    await tx.stateInterval.update({ where: current, data: { state, reason } });
    return at;
  }
  // The frame is a sign of life too: kept with it, so that no later cut takes back what was acknowledged.
  await tx.$executeRaw`
    update sign_of_life set last_seen_at = greatest(last_seen_at, ${at}) where user_id = ${seat.userId}::uuid`;
  await tx.stateInterval.update({ where: current, data: { endedAt: at } });
  await tx.stateInterval.create({
    data: { sessionId: seat.sessionId, userId: seat.userId, startedAt: at, state, reason },
  });
  return at;
}
