import { db } from "@/lib/db";
import { outageMs } from "./queries";

/** Says that a gateway is there, once a second; after an outage it also notes when that ended. */
export async function beat() {
  await db.$executeRaw`
    insert into gateway_beat (id, beat_at, resumed_at)
    values (1, ledger_now(), ledger_now())
    on conflict (id) do update set
      beat_at = excluded.beat_at,
      resumed_at = case
        when excluded.beat_at - gateway_beat.beat_at > ${outageMs} * interval '1 ms' then excluded.beat_at
        else gateway_beat.resumed_at
      end`;
}

/** An app's sign of life: whose, of which session, and how long ago it came in. */
export type Sign = { userId: string; sessionId: string; agedMs: number };

/** Records signs of life: what an app had to tell until then it has told, so no late frame is dated back behind it. */
export async function recordSigns(signs: readonly Sign[]) {
  // Locked in one order, so that two gateways never wait for each other.
  await db.$executeRaw`
    with mine as (
      select s.user_id, ledger_now() - round(seen.aged_ms) * interval '1 ms' as at from sign_of_life s
      join json_to_recordset(${JSON.stringify(signs.map(toRow))}::json)
        as seen (user_id uuid, session_id uuid, aged_ms float8) using (user_id, session_id)
      order by s.user_id for update of s
    )
    update sign_of_life s set last_seen_at = greatest(last_seen_at, at), floor_at = greatest(floor_at, at)
    from mine where s.user_id = mine.user_id`;
}

const toRow = ({ userId, sessionId, agedMs }: Sign) => ({
  user_id: userId,
  session_id: sessionId,
  aged_ms: agedMs,
});
