import { earlier } from "@/lib/clock";
import { reportDb } from "@/lib/db";
import { resumedAt } from "@/lib/seats/queries";
import { readSettings } from "@/lib/settings/queries";
import { type Calendar, dayAt, type Range, rangeOf, startOf } from "./range";
import type { AsOf } from "./row";
import type { ReportQuery } from "./schema";
import { beganEarlier, endsOf, longAmong, touching } from "./stays";

/** What a report is worked out in: its range at its moment, and the days that its sessions touch. */
export type Frame = AsOf & {
  edges: ReportQuery["edges"];
  days: ReportQuery["days"];
  /** The first of the days, and when each of them begins; the last one ends them. */
  firstDay: string;
  dayStarts: Date[];
  /** The sessions that touch the range and began long before it. */
  longIds: string[];
  /** For the silence of open sessions: see lib/seats/silence.ts. */
  resumedAt: Date;
  mobileSilenceSeconds: number;
};

const maxSpanMs = 36 * 3_600_000;

type Clock = { asOf: Date; resumedAt: Date; replicaAgeMs: number | null };

/** The frame of a report as of a moment, which never lies ahead; without one, as of now. */
export async function frameOf(query: ReportQuery, given?: Date): Promise<Frame> {
  const { mobileSilenceSeconds } = await readSettings(reportDb);
  const { asOf, ...clock } = await readClock(given);
  const range = "preset" in query.range ? rangeOf(query.range.preset, query, asOf) : query.range;
  const { edges, days } = query;
  return {
    asOf,
    ...clock,
    ...range,
    edges,
    days,
    mobileSilenceSeconds,
    ...(await daysOf(query, range, asOf)),
  };
}

/**
 * A replica that is behind knows nothing of what has happened since: the report is as of what it knows. So does one that has applied
 * all that it was sent but is cut off: whether it listens, every account may see. What it was copied with tells its moment until
 * something is sent.
 */
async function readClock(given: Date | undefined): Promise<Clock> {
  const [row] = await reportDb.$queryRaw<[Clock]>`
    select ${resumedAt} as "resumedAt", date_trunc('milliseconds', case when behind then replayed else now end) as "asOf",
      case when standby then (case when behind then extract(epoch from now - replayed) * 1000 else 0 end)::float8 end
        as "replicaAgeMs"
    from (
      select ledger_now() as now, pg_is_in_recovery() as standby,
        case when pg_is_in_recovery()
          then greatest(pg_last_xact_replay_timestamp(), (select checkpoint_time from pg_control_checkpoint())) end as replayed,
        pg_is_in_recovery() and (pg_last_wal_receive_lsn() is distinct from pg_last_wal_replay_lsn()
          or not exists (select from pg_stat_wal_receiver)) as behind
    ) as clock`;
  return { ...row, asOf: given ? earlier(given, row.asOf) : row.asOf };
}

type Far = { first: Date | null; last: Date | null; longIds: string[] };

/** The days from the first login to the last moment of what touches a range: a few long sessions may lie far outside. */
async function daysOf(calendar: Calendar, range: Range, asOf: Date) {
  const [far] = await reportDb.$queryRaw<[Far]>`
    select min(s.login_at) as first, max(${endsOf(asOf)}) as last,
      coalesce(array_agg(s.id::text) filter (where ${beganEarlier(range)}), '{}') as "longIds"
    from ${longAmong(range.to)} s where s.login_at <= ${asOf}::timestamptz and ${touching(range, asOf)}`;
  const before = range.from.getTime() - maxSpanMs;
  const after = range.to.getTime() + maxSpanMs;
  const first = dayAt(new Date(Math.min(before, far.first?.getTime() ?? before)), calendar);
  const last = dayAt(new Date(Math.max(after, far.last?.getTime() ?? after)), calendar);
  const count = first.until(last, { largestUnit: "days" }).days + 2;
  return {
    longIds: far.longIds,
    firstDay: first.toString(),
    dayStarts: Array.from({ length: count }, (_, days) => startOf(first.add({ days }), calendar)),
  };
}
