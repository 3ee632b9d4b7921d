import { db, type Tx } from "@/lib/db";
import { signOutNow } from "@/lib/releases/deadline";
import { storeNews } from "@/lib/seats/commit";
import { atFreeSeats } from "@/lib/seats/free-seats";
import { type OpenSeatRow, readOpenSeats } from "@/lib/seats/lock";
import { longSilent } from "@/lib/seats/silence";
import { stampSeats } from "@/lib/seats/stamp";
import { endSeats } from "@/lib/sessions/end";
import { readSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/** Why an agent is Not Ready who wraps up before the update. */
const updateReason = "Update";

/** A deadline that has come: by the clock, or because its person updates now. */
const isDue = Prisma.sql`(n.closed_at is null and n.kind = 'mandatory'
  and (n.sign_out_at <= ledger_now() or (n.acknowledged_at is not null and not n.packaged)))`;

/** What a sign-out waits for: a call or a chat, however many e-mails are open. */
const onCallOrChat = Prisma.sql`(s.open_interactions > 0 and exists (
  select 1 from interaction a where a.session_id = s.session_id and a.ended_at is null and a.channel <> 'email'))`;

/**
 * Signs out whose time for an update has come, and tells those to drain who are on a call or in a chat. A deadline is a row:
 * any number of gateways may sweep at once, and one that was killed leaves nothing behind.
 */
export async function sweepDeadlines(): Promise<void> {
  // Whoever drains is looked at again once nothing is open, or the app is silent, or the limit is reached.
  const { mobileSilenceSeconds } = await readSettings(db);
  const candidates = await db.$queryRaw<{ userId: string }[]>`
    select n.user_id as "userId" from notice n
    join seat s on s.user_id = n.user_id and s.open and s.session_id = n.session_id
    join sign_of_life l on l.user_id = n.user_id
    where ${isDue} and not (n.draining_at is not null and ${onCallOrChat}
      and coalesce(n.drain_until > ledger_now(), true)
      and l.last_seen_at + interval '1 s' * coalesce(l.interaction_lease_seconds, ${mobileSilenceSeconds}) >= ledger_now())
    order by n.sign_out_at`;
  await meetDeadlines([...new Set(candidates.map(({ userId }) => userId))]);
}

/** How long it is until the next deadline, in ms; null where none is set. */
export async function untilNextDeadline(): Promise<number | null> {
  const [next] = await db.$queryRaw<[{ ms: number | null }]>`
    select (extract(epoch from min(sign_out_at) - ledger_now()) * 1000)::float8 as ms from notice
    where closed_at is null and sign_out_at > ledger_now()`;
  return next.ms;
}

/** The same for some, at once. */
export const meetDeadlines = (userIds: readonly string[]) => atFreeSeats(userIds, meet);

type Due = {
  id: string;
  userId: string;
  signOutAt: Date;
  acknowledgedAt: Date | null;
  hardLimitMinutes: number | null;
  drainingAt: Date | null;
  drainUntil: Date | null;
  open: boolean;
  endedAt: Date | null;
};

/** Under the locks of the seats. */
async function meet(tx: Tx, userIds: readonly string[]) {
  const dueOf = new Map((await readDue(tx, userIds)).map((due) => [due.userId, due]));
  const { mobileSilenceSeconds } = await readSettings(tx);
  const seats = await readOpenSeats(tx, [...dueOf.keys()]);
  const met = seats.flatMap((seat) => {
    const due = dueOf.get(seat.userId);
    if (!due) return [];
    // What an app left open that nobody has heard of for long is no call.
    const silent = longSilent(seat, seat.openInteractions > 0, { ...seat, mobileSilenceSeconds });
    const open = due.open && !silent;
    const next = signOutNow(due, { open, endedAt: silent ? null : due.endedAt }, seat.now);
    return [{ seat, due, open, next }];
  });
  const leaving = met.filter(({ next }) => next.kind === "sign-out");
  await endSeats(
    tx,
    leaving.map(({ seat, due }) => ({
      seat,
      cause: "mandatory_update",
      by: due.acknowledgedAt ? { kind: "person", id: seat.userId } : { kind: "rule", id: null },
    })),
  );
  const waiting = met.flatMap(({ next, ...one }) =>
    next.kind === "drain" ? [{ ...one, until: next.until }] : [],
  );
  await wrapUp(
    tx,
    waiting.filter(({ open }) => !open).map(({ seat }) => seat),
  );
  await drain(tx, waiting);
}

/** The first of what is due of each; acknowledging counts where the person can update by themselves. */
const readDue = (tx: Tx, userIds: readonly string[]) =>
  tx.$queryRaw<Due[]>`
    select distinct on (n.user_id) n.id, n.user_id as "userId", n.sign_out_at as "signOutAt",
      case when not n.packaged then n.acknowledged_at end as "acknowledgedAt", r.hard_limit_minutes as "hardLimitMinutes",
      n.draining_at as "drainingAt", n.drain_until as "drainUntil", ${onCallOrChat} as open, (
        select max(a.ended_at) from interaction a
        where a.session_id = s.session_id and a.channel <> 'email' and a.started_at is not null
      ) as "endedAt"
    from notice n join release r on r.id = n.release_id
    join seat s on s.user_id = n.user_id and s.open and s.session_id = n.session_id
    where n.user_id = any(${[...userIds]}::uuid[]) and ${isDue}
    order by n.user_id, n.sign_out_at`;

/** Nothing new comes in: who would take work is Not Ready. */
async function wrapUp(tx: Tx, seats: readonly OpenSeatRow[]) {
  const state = { state: "not_ready" as const, reason: updateReason };
  const event = { kind: "force" as const, state, by: { kind: "rule" as const, id: null } };
  const working = seats.filter((seat) => seat.state === "ready" || seat.state === "busy");
  if (working.length > 0)
    await storeNews(
      tx,
      working.map(({ userId, sessionId }) => ({ userId, sessionId, event })),
    );
}

type Waiting = { seat: OpenSeatRow; due: Due; until: Date | null };

/** Notes since when and until when what is open is awaited; screens and apps hear of whatever is new. */
async function drain(tx: Tx, waiting: readonly Waiting[]) {
  const news = waiting.filter(
    ({ due, until }) => !due.drainingAt || due.drainUntil?.getTime() !== until?.getTime(),
  );
  if (news.length === 0) return;
  const rows = news.map(({ due, seat, until }) => ({ id: due.id, at: due.drainingAt ?? seat.now, until }));
  await tx.$executeRaw`
    update notice n set draining_at = d.at, drain_until = d.until
    from json_to_recordset(${JSON.stringify(rows)}::json) as d (id uuid, at timestamptz, until timestamptz)
    where n.id = d.id`;
  await stampSeats(
    tx,
    news.map(({ seat }) => seat.userId),
  );
}
