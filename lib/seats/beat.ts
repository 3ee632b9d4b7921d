import { db } from "@/lib/db";
import { outageMs } from "./queries";

/** Says that a gateway is there, once a second; after an outage it also notes when that ended. */
export async function beat() {
  await db.$executeRaw`
    insert into gateway_beat (id, beat_at, resumed_at)
    values (1, date_trunc('milliseconds', clock_timestamp()), date_trunc('milliseconds', clock_timestamp()))
    on conflict (id) do update set
      beat_at = excluded.beat_at,
      resumed_at = case
        when excluded.beat_at - gateway_beat.beat_at > ${outageMs} * interval '1 ms' then excluded.beat_at
        else gateway_beat.resumed_at
      end`;
}

/** Records that the apps of these sessions, by user, have just shown a sign of life. */
export async function recordSigns(sessions: ReadonlyMap<string, string>) {
  // Locked in one order, so that two gateways never wait for each other.
  await db.$executeRaw`
    with mine as (
      select s.user_id from sign_of_life s
      join unnest(${[...sessions.keys()]}::uuid[], ${[...sessions.values()]}::uuid[]) as seen (user_id, session_id)
        using (user_id, session_id)
      order by s.user_id for update of s
    )
    update sign_of_life s
    set last_seen_at = greatest(last_seen_at, date_trunc('milliseconds', clock_timestamp()))
    from mine where s.user_id = mine.user_id`;
}
