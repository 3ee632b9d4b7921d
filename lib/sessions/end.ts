import { later } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { pushEnds } from "@/lib/push/write";
import { type OpenSeatRow, readOpenSeats } from "@/lib/seats/lock";
import { longSilent } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import type { ActorKind, Cause } from "@/prisma/generated/enums";

export type Ending = {
  cause: Cause;
  by: { kind: ActorKind; id: string | null };
  /** Why, in the words of the person who ended it; shown on the agent's screen. */
  reason?: string | undefined;
};

/** Closes the open session of a seat that the caller has locked. Returns the logout. */
export async function endSession(tx: Tx, userId: string, ending: Ending): Promise<Date> {
  const [ended] = await endSessions(tx, [{ ...ending, userId }]);
  if (!ended) throw new Error(`user ${userId} has no open session`);
  return ended.logoutAt;
}

/** Closes the open sessions of seats that the caller has locked. */
export async function endSessions(tx: Tx, endings: readonly (Ending & { userId: string })[]) {
  if (endings.length === 0) return [];
  const seats = new Map(
    (
      await readOpenSeats(
        tx,
        endings.map(({ userId }) => userId),
      )
    ).map((seat) => [seat.userId, seat]),
  );
  return endSeats(
    tx,
    endings.map(({ userId, ...ending }) => {
      const seat = seats.get(userId);
      if (!seat) throw new Error(`user ${userId} has no open session`);
      return { ...ending, seat };
    }),
  );
}

/**
 * The same for seats that the caller has read under their locks, in one statement: the only way a session ends. After long
 * silence the logout is the last sign of life, and the row keeps when that was found out.
 */
export async function endSeats(tx: Tx, endings: readonly (Ending & { seat: OpenSeatRow })[]) {
  if (endings.length === 0) return [];
  const { mobileSilenceSeconds } = await readSettings(tx);
  const ended = endings.map(({ seat, ...ending }) => endOf(seat, ending, mobileSilenceSeconds));
  const closed = await close(tx, ended);
  if (closed !== endings.length) throw new Error(`${closed} of ${endings.length} sessions could be closed`);
  await pushEnds(tx, ended);
  return ended;
}

function endOf(seat: OpenSeatRow, { cause, by, reason }: Ending, mobileSilenceSeconds: number) {
  const now = later(seat.now, seat.stateSince);
  const { userId, sessionId, streamId, resumedAt, lastSeenAt } = seat;
  const silent = longSilent(seat, seat.openInteractions > 0, { resumedAt, now, mobileSilenceSeconds });
  const lost = silent || cause === "connection_lost" || cause === "inactivity";
  const logoutAt = lost ? later(lastSeenAt, seat.loginAt) : now;
  return {
    userId,
    sessionId,
    streamId,
    lastSeenAt,
    cause,
    by: by.kind,
    byId: by.id,
    reason,
    now,
    lost,
    logoutAt,
  };
}

/** Cuts and packs the states, ends what is open, moves the counters into the session, and frees the seat. */
const close = (tx: Tx, ended: readonly ReturnType<typeof endOf>[]) => tx.$executeRaw`
  with ending as materialized (
    select * from json_to_recordset(${JSON.stringify(ended)}::json) as e ("userId" uuid, "sessionId" uuid,
      "lastSeenAt" timestamptz, cause cause, by actor_kind, "byId" uuid, reason text, now timestamptz, lost boolean,
      "logoutAt" timestamptz)
  ), spans as (
    select e."sessionId", i.started_at, i.state, coalesce(i.reason, '') as reason, i.late,
      (extract(epoch from coalesce(lead(i.started_at) over (partition by i.session_id order by i.started_at), e."logoutAt")
        - i.started_at) * 1000)::bigint as ms
    from ending e join state_interval i on i.session_id = e."sessionId" and i.started_at <= e."logoutAt"
  ), times as materialized (
    select "sessionId", array_agg(started_at order by started_at) as started_at,
      array_agg(coalesce(state::text, 'unknown') order by started_at) as state,
      array_agg(reason order by started_at) as reason, array_agg(late order by started_at) as late,
      coalesce(sum(ms) filter (where state = 'ready'), 0) as ready,
      coalesce(sum(ms) filter (where state = 'not_ready'), 0) as not_ready,
      coalesce(sum(ms) filter (where state = 'busy'), 0) as busy,
      coalesce(sum(ms) filter (where state = 'after_call_work'), 0) as after_call_work,
      coalesce(sum(ms) filter (where state is null), 0) as unknown, bool_or(late) as reported_late
    from spans group by "sessionId"
  ), packed as (
    insert into session_states (session_id, user_id, started_at, state, reason, late)
    select e."sessionId", e."userId", t.started_at, t.state, t.reason, t.late from ending e join times t using ("sessionId")
  ), unpacked as (
    delete from state_interval i using ending e where i.session_id = e."sessionId"
  ), handled as (
    update interaction i set ended_at = greatest(coalesce(i.started_at, i.offered_at), e."logoutAt"), held_since = null,
      held_ms = i.held_ms
        + coalesce(greatest(0, (extract(epoch from e."logoutAt" - i.held_since) * 1000)::bigint), 0)
    from ending e where i.session_id = e."sessionId" and i.ended_at is null
  ), told as (
    update notice n set closed_at = e.now,
      closed_why = (case e.cause when 'mandatory_update' then 'signed_out' else 'session_ended' end)::notice_end
    from ending e where n.session_id = e."sessionId" and n.closed_at is null
  ), done as (
    update session x set logout_at = e."logoutAt", ended_at = case when e.lost then e.now end, cause = e.cause,
      certainty = case when e.lost then 'last_seen' else 'exact' end::certainty, ended_by_kind = e.by,
      ended_by_id = e."byId", end_reason = e.reason, last_seen_at = e."lastSeenAt", ready_ms = t.ready,
      not_ready_ms = t.not_ready, busy_ms = t.busy, after_call_work_ms = t.after_call_work, unknown_ms = t.unknown,
      reported_late = t.reported_late
    from ending e join times t using ("sessionId") where x.id = e."sessionId"
    returning x.id, x.logout_at
  )
  update seat s set open = false, logout_at = done.logout_at, unreachable_since = null, stream_id = null,
    open_interactions = 0, missed_in_a_row = 0, frame_ids = '{}', forced_at = null, forced_by_kind = null, forced_by_id = null
  from done where s.session_id = done.id`;
