import { later } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { endSessions } from "@/lib/sessions/end";
import { readSettings } from "@/lib/settings/queries";
import {
  type Clock,
  type Folded,
  foldEvent,
  type LockedSeat,
  type Outcome,
  type SeatEvent,
  unchanged,
} from "./fold";
import { lockSeats, readInteractions, readOpenSeats } from "./lock";
import { writeSeats } from "./write";

/** Something that happened to the seat of a session. `still` is asked under the lock whether it still holds. */
export type SeatNews = { userId: string; sessionId: string; event: SeatEvent; still?: () => boolean };

/** What came of it: the seat right after it, the revision of its row and the clock; no seat where the session is over. */
export type Told =
  | { outcome: Outcome; seat: LockedSeat; revision: number; now: Date }
  | { outcome: "session-ended" | "stream-closed" };

/**
 * Stores what happened to any number of seats in one transaction: locks them, folds each seat's news in the order given, and
 * writes all of it in one statement. Answers in the order of the news.
 */
export function commitNews(news: readonly SeatNews[]): Promise<Told[]> {
  return db.$transaction((tx) => storeNews(tx, news));
}

/** The same within a transaction of the caller. */
export async function storeNews(tx: Tx, news: readonly SeatNews[]): Promise<Told[]> {
  const userIds = [...new Set(news.map(({ userId }) => userId))];
  const { seats, clock } = await readSeats(tx, userIds, news);
  const folded = new Map<string, Folded>();

  const outcomes = news.map(({ userId, sessionId, event, still }) => {
    const seat = seats.get(userId);
    if (!seat || !clock || seat.sessionId !== sessionId) return { outcome: "session-ended" as const };
    if (still && !still()) return { outcome: "stream-closed" as const };
    const { next, outcome } = foldEvent(folded.get(userId) ?? unchanged(seat), event, clock);
    folded.set(userId, next);
    return { outcome, seat: next.seat, now: clock.now };
  });

  const changed = [...folded.values()].filter(({ seat }) => seat !== seats.get(seat.userId));
  if (changed.length > 0) await writeSeats(tx, changed);
  await endUnanswered(tx, changed, seats);
  const written = new Set(changed.flatMap(({ stamped, seat }) => (stamped ? [seat.userId] : [])));
  return outcomes.map((told) => {
    if (!("seat" in told)) return told;
    const { seat } = told;
    return { ...told, revision: seat.revision + (written.has(seat.userId) ? 1 : 0) };
  });
}

async function readSeats(tx: Tx, userIds: readonly string[], news: readonly SeatNews[]) {
  await lockSeats(tx, userIds);
  const rows = await readOpenSeats(tx, userIds);
  const frames = news.flatMap(({ event, sessionId }) =>
    event.kind === "frame" && event.frame.type !== "state" ? [{ sessionId, frame: event.frame }] : [],
  );
  const named = frames.flatMap(({ sessionId, frame }) =>
    (frame.type === "interaction" ? [frame] : (frame.interactions ?? [])).map(
      ({ interactionId }) => [sessionId, interactionId] as const,
    ),
  );
  const interactions = await readInteractions(tx, [...new Set(frames.map((one) => one.sessionId))], named);
  const [first] = rows;
  const clock: Clock | undefined = first && {
    now: rows.map(({ now }) => now).reduce(later),
    resumedAt: first.resumedAt,
    mobileSilenceSeconds: (await readSettings(tx)).mobileSilenceSeconds,
  };
  const seats = new Map(
    rows.map(({ now: _, resumedAt: __, ...row }): [string, LockedSeat] => [
      row.userId,
      { ...row, interactions: interactions.get(row.sessionId) ?? new Map() },
    ]),
  );
  return { seats, clock };
}

/** Whoever lets too many interactions in a row go unanswered is no longer there (a setting). */
async function endUnanswered(tx: Tx, changed: readonly Folded[], before: ReadonlyMap<string, LockedSeat>) {
  const missing = changed.filter(
    ({ seat }) => seat.missedInARow > (before.get(seat.userId)?.missedInARow ?? 0),
  );
  if (missing.length === 0) return;
  const { endAfterMissed } = await readSettings(tx);
  if (endAfterMissed === null) return;
  const gone = missing.filter(({ seat }) => seat.missedInARow >= endAfterMissed);
  await endSessions(
    tx,
    gone.map(({ seat: { userId } }) => ({ userId, cause: "no_answer", by: { kind: "rule", id: null } })),
  );
}
