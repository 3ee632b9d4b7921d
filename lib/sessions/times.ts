import type { Tx } from "@/lib/db";
import { readOpenSeats } from "@/lib/seats/lock";
import { longSilent } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";

export type TimesInState = {
  readyMs: bigint;
  notReadyMs: bigint;
  busyMs: bigint;
  afterCallWorkMs: bigint;
  unknownMs: bigint;
};

/** How long the open session of a user has been in each state, in milliseconds; after long silence what follows is unknown. */
export async function openTimes(tx: Tx, userId: string): Promise<TimesInState | null> {
  const [seat] = await readOpenSeats(tx, [userId]);
  if (!seat) return null;
  const { mobileSilenceSeconds } = await readSettings(tx);
  const { now, resumedAt, lastSeenAt } = seat;
  const silent = longSilent(seat, seat.openInteractions > 0, { now, resumedAt, mobileSilenceSeconds });
  const until = silent ? lastSeenAt : now;
  const rows = await tx.$queryRaw<{ state: string | null; ms: bigint }[]>`
    select state::text, sum(ms)::bigint as ms from (
      select state, (extract(epoch from
        coalesce(lead(started_at) over (order by started_at), ${until}) - started_at) * 1000)::bigint as ms
      from state_interval where session_id = ${seat.sessionId}::uuid and started_at <= ${until}
    ) as spans group by state`;
  const ms = new Map(rows.map((row) => [row.state, row.ms]));
  return {
    readyMs: ms.get("ready") ?? 0n,
    notReadyMs: ms.get("not_ready") ?? 0n,
    busyMs: ms.get("busy") ?? 0n,
    afterCallWorkMs: ms.get("after_call_work") ?? 0n,
    unknownMs: (ms.get(null) ?? 0n) + BigInt(now.getTime() - until.getTime()),
  };
}
