import { later } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { readOpenSeats } from "@/lib/seats/lock";
import { longSilent } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import type { ActorKind, Cause } from "@/prisma/generated/enums";

export type Ending = {
  cause: Cause;
  by: { kind: ActorKind; id: string | null };
  /** Why, in the words of the person who ended it; shown on the agent's screen. */
  reason?: string | undefined;
};

/**
 * Closes the open session of a seat that the caller has locked: the only way a session ends. After long silence the logout
 * is the last sign of life, and the row keeps when that was found out. Returns the logout.
 */
export async function endSession(tx: Tx, userId: string, { cause, by, reason }: Ending): Promise<Date> {
  const [seat] = await readOpenSeats(tx, [userId]);
  if (!seat) throw new Error(`user ${userId} has no open session`);
  const now = later(seat.now, seat.stateSince);
  const { mobileSilenceSeconds } = await readSettings(tx);
  const { resumedAt } = seat;
  const silent = longSilent(seat, seat.openInteractions > 0, { resumedAt, now, mobileSilenceSeconds });
  const lost = silent || cause === "connection_lost" || cause === "inactivity";
  const logoutAt = lost ? later(seat.lastSeenAt, seat.loginAt) : now;

  await tx.$executeRaw`
    with spans as (
      select started_at, state, coalesce(reason, '') as reason, late,
        (extract(epoch from coalesce(lead(started_at) over (order by started_at), ${logoutAt}) - started_at) * 1000)::bigint
          as ms
      from state_interval where session_id = ${seat.sessionId}::uuid and started_at <= ${logoutAt}
    ), packed as (
      insert into session_states (session_id, user_id, started_at, state, reason, late)
      select ${seat.sessionId}::uuid, ${userId}::uuid, array_agg(started_at order by started_at),
        array_agg(coalesce(state::text, 'unknown') order by started_at), array_agg(reason order by started_at),
        array_agg(late order by started_at)
      from spans
    ), unpacked as (
      delete from state_interval where session_id = ${seat.sessionId}::uuid
    ), handled as (
      update interaction set ended_at = greatest(coalesce(started_at, offered_at), ${logoutAt}), held_since = null,
        held_ms = held_ms
          + coalesce(greatest(0, (extract(epoch from ${logoutAt}::timestamptz - held_since) * 1000)::bigint), 0)
      where session_id = ${seat.sessionId}::uuid and ended_at is null
    ), told as (
      update notice set closed_at = ${now},
        closed_why = ${cause === "mandatory_update" ? "signed_out" : "session_ended"}::notice_end
      where session_id = ${seat.sessionId}::uuid and closed_at is null
    ), times as (
      select coalesce(sum(ms) filter (where state = 'ready'), 0) as ready,
        coalesce(sum(ms) filter (where state = 'not_ready'), 0) as not_ready,
        coalesce(sum(ms) filter (where state = 'busy'), 0) as busy,
        coalesce(sum(ms) filter (where state = 'after_call_work'), 0) as after_call_work,
        coalesce(sum(ms) filter (where state is null), 0) as unknown, bool_or(late) as late
      from spans
    ), ended as (
      update session set logout_at = ${logoutAt}, ended_at = ${lost ? now : null}::timestamptz, cause = ${cause}::cause,
        certainty = ${lost ? "last_seen" : "exact"}::certainty, ended_by_kind = ${by.kind}::actor_kind,
        ended_by_id = ${by.id}::uuid, end_reason = ${reason ?? null}, last_seen_at = ${seat.lastSeenAt},
        ready_ms = times.ready, not_ready_ms = times.not_ready, busy_ms = times.busy,
        after_call_work_ms = times.after_call_work, unknown_ms = times.unknown, reported_late = times.late
      from times where id = ${seat.sessionId}::uuid
    )
    update seat set open = false, logout_at = ${logoutAt}, unreachable_since = null, stream_id = null, open_interactions = 0, missed_in_a_row = 0,
      frame_ids = '{}', forced_at = null, forced_by_kind = null, forced_by_id = null
    where user_id = ${userId}::uuid`;
  return logoutAt;
}
