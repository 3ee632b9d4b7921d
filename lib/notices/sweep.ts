import { db, type Tx } from "@/lib/db";
import { signOutNow } from "@/lib/releases/deadline";
import { storeNews } from "@/lib/seats/commit";
import { type OpenSeatRow, readOpenSeats } from "@/lib/seats/lock";
import { lockEach } from "@/lib/seats/lock-each";
import { longSilent } from "@/lib/seats/silence";
import { endSession } from "@/lib/sessions/end";
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
  // Whoever drains is looked at again once nothing is open, or the app is silent, or the limit is reached. In no order, so
  // that two gateways share the work.
  const { mobileSilenceSeconds } = await readSettings(db);
  const candidates = await db.$queryRaw<{ userId: string }[]>`
    select n.user_id as "userId" from notice n
    join seat s on s.user_id = n.user_id and s.open and s.session_id = n.session_id
    join sign_of_life l on l.user_id = n.user_id
    where ${isDue} and not (n.draining_at is not null and ${onCallOrChat}
      and coalesce(n.drain_until > ledger_now(), true)
      and l.last_seen_at + interval '1 s' * coalesce(l.interaction_lease_seconds, ${mobileSilenceSeconds}) >= ledger_now())
    order by random()`;
  await lockEach(candidates, meetDeadline);
}

/** The same for some, at once. */
export const meetDeadlines = (userIds: readonly string[]) =>
  lockEach(
    userIds.map((userId) => ({ userId })),
    meetDeadline,
  );

type Due = {
  id: string;
  signOutAt: Date;
  acknowledgedAt: Date | null;
  hardLimitMinutes: number | null;
  drainingAt: Date | null;
  drainUntil: Date | null;
  open: boolean;
  endedAt: Date | null;
};

/** Under the lock of the seat. */
async function meetDeadline(tx: Tx, userId: string) {
  const [seat] = await readOpenSeats(tx, [userId]);
  const due = seat && (await readDue(tx, seat));
  if (!seat || !due) return;
  const { mobileSilenceSeconds } = await readSettings(tx);
  // What an app left open that nobody has heard of for long is no call.
  const silent = longSilent(seat, seat.openInteractions > 0, { ...seat, mobileSilenceSeconds });
  const open = due.open && !silent;
  const next = signOutNow(due, { open, endedAt: silent ? null : due.endedAt }, seat.now);
  if (next.kind === "not-yet") return;
  if (next.kind === "sign-out") {
    const byHand = due.acknowledgedAt !== null;
    const by = byHand ? { kind: "person" as const, id: userId } : { kind: "rule" as const, id: null };
    await endSession(tx, userId, { cause: "mandatory_update", by });
    return;
  }
  if (!open) await wrapUp(tx, seat);
  if (due.drainingAt && due.drainUntil?.getTime() === next.until?.getTime()) return;
  await tx.notice.update({
    where: { id: due.id },
    data: { drainingAt: due.drainingAt ?? seat.now, drainUntil: next.until },
  });
  await tx.$executeRaw`update seat set user_id = user_id where user_id = ${userId}::uuid`;
}

/** The first of what is due; acknowledging counts where the person can update by themselves. */
async function readDue(tx: Tx, { sessionId }: OpenSeatRow): Promise<Due | undefined> {
  const [due] = await tx.$queryRaw<Due[]>`
    select n.id, n.sign_out_at as "signOutAt", case when not n.packaged then n.acknowledged_at end as "acknowledgedAt",
      r.hard_limit_minutes as "hardLimitMinutes", n.draining_at as "drainingAt", n.drain_until as "drainUntil",
      ${onCallOrChat} as open, (
        select max(a.ended_at) from interaction a
        where a.session_id = s.session_id and a.channel <> 'email' and a.started_at is not null
      ) as "endedAt"
    from notice n join release r on r.id = n.release_id join seat s on s.user_id = n.user_id
    where n.session_id = ${sessionId}::uuid and ${isDue}
    order by n.sign_out_at limit 1`;
  return due;
}

/** Nothing new comes in: who would take work is Not Ready. */
async function wrapUp(tx: Tx, { userId, sessionId, state }: OpenSeatRow) {
  if (state !== "ready" && state !== "busy") return;
  const event = {
    kind: "force" as const,
    state: { state: "not_ready" as const, reason: updateReason },
    by: { kind: "rule" as const, id: null },
  };
  await storeNews(tx, [{ userId, sessionId, event }]);
}
