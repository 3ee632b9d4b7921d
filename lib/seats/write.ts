import type { Tx } from "@/lib/db";
import type { Folded } from "./fold";

/**
 * Writes what was folded, of any number of seats, in one statement. The rows travel as JSON: arrays of arrays, such as the
 * remembered frames of each seat, do not pass through unnest.
 */
export async function writeSeats(tx: Tx, folded: readonly Folded[]): Promise<void> {
  const replaced = folded.filter(({ replacedFrom }) => replacedFrom !== null);
  // Apart: a statement cannot delete a row and write its successor of the same moment.
  if (replaced.length > 0) {
    await tx.$executeRaw`
      delete from state_interval i using json_to_recordset(${json(replaced.map(toReplaced))}::json)
        as r (session_id uuid, replaced_from timestamptz)
      where i.session_id = r.session_id and i.started_at >= r.replaced_from`;
  }
  await tx.$executeRaw`
    with told as (
      insert into state_interval (session_id, started_at, state, reason, late)
      select session_id, started_at, state, reason, late
      from json_to_recordset(${json(folded.flatMap(toIntervals))}::json)
        as i (session_id uuid, started_at timestamptz, state agent_state, reason text, late boolean)
    ), handled as (
      insert into interaction (session_id, external_id, user_id, channel, direction, service, offered_at, started_at,
        held_since, ended_at, held_ms, missed)
      select session_id, external_id, user_id, channel, direction, service, offered_at, started_at, held_since, ended_at,
        held_ms, missed
      from json_to_recordset(${json(folded.flatMap(toInteractions))}::json)
        as i (session_id uuid, external_id text, user_id uuid, channel interaction_channel, direction direction,
          service text, offered_at timestamptz, started_at timestamptz, held_since timestamptz, ended_at timestamptz,
          held_ms bigint, missed boolean)
      on conflict (session_id, external_id) do update set
        started_at = excluded.started_at, held_since = excluded.held_since, ended_at = excluded.ended_at,
        held_ms = excluded.held_ms, missed = excluded.missed
    ), seat_now as (
      select * from json_to_recordset(${json(folded.map(toSeat))}::json)
        as s (user_id uuid, stamped boolean, state agent_state, reason text, state_since timestamptz, frame_at timestamptz,
          forced_at timestamptz, forced_by_kind actor_kind, forced_by_id uuid, unreachable_since timestamptz, stream_id uuid, frame_ids text[], missed_in_a_row int,
          open_interactions int, last_seen_at timestamptz, floor_at timestamptz)
    ), signs as (
      -- In the one order in which signs of life are locked.
      select l.user_id from sign_of_life l join seat_now n using (user_id) order by l.user_id for update of l
    ), seen as (
      update sign_of_life l set last_seen_at = greatest(l.last_seen_at, n.last_seen_at),
        floor_at = greatest(l.floor_at, n.floor_at)
      from signs join seat_now n using (user_id) where l.user_id = signs.user_id
    )
    update seat s set state = n.state, reason = n.reason, state_since = n.state_since, frame_at = n.frame_at,
      forced_at = n.forced_at, forced_by_kind = n.forced_by_kind, forced_by_id = n.forced_by_id, unreachable_since = n.unreachable_since, stream_id = n.stream_id, frame_ids = n.frame_ids,
      missed_in_a_row = n.missed_in_a_row, open_interactions = n.open_interactions
    from seat_now n where s.user_id = n.user_id and n.stamped`;
}

const json = (rows: readonly object[]) => JSON.stringify(rows);

const toReplaced = ({ seat, replacedFrom }: Folded) => ({
  session_id: seat.sessionId,
  replaced_from: replacedFrom,
});

const toIntervals = ({ seat, intervals }: Folded) =>
  intervals.map(({ startedAt, state, reason, late }) => ({
    session_id: seat.sessionId,
    started_at: startedAt,
    state,
    reason,
    late,
  }));

const toInteractions = ({ seat, changed }: Folded) =>
  [...changed].flatMap((id) => {
    const one = seat.interactions.get(id);
    if (!one) return [];
    return {
      session_id: seat.sessionId,
      user_id: seat.userId,
      external_id: one.externalId,
      channel: one.channel,
      direction: one.direction,
      service: one.service,
      offered_at: one.offeredAt,
      started_at: one.startedAt,
      held_since: one.heldSince,
      ended_at: one.endedAt,
      held_ms: one.heldMs,
      missed: one.missed,
    };
  });

const toSeat = ({ seat, stamped }: Folded) => ({
  user_id: seat.userId,
  stamped,
  state: seat.state,
  reason: seat.reason,
  state_since: seat.stateSince,
  frame_at: seat.frameAt,
  forced_at: seat.forcedAt,
  forced_by_kind: seat.forcedByKind,
  forced_by_id: seat.forcedById,
  unreachable_since: seat.unreachableSince,
  stream_id: seat.streamId,
  frame_ids: seat.frameIds,
  missed_in_a_row: seat.missedInARow,
  open_interactions: seat.openInteractions,
  last_seen_at: seat.lastSeenAt,
  floor_at: seat.floorAt,
});
