import { type Actor, authorize } from "@/lib/auth/actor";
import { reportDb } from "@/lib/db";
import { ok } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import { chartMoment, type Presence } from "./chart";
import { frameOf } from "./frame";
import { readCatalogue } from "./queries";
import { filtered } from "./rows";
import { workedOut } from "./run";
import type { ReportQuery } from "./schema";
import { reportFrom, reportWhere } from "./statement";
import { stretchMs } from "./stretches";

/** `most`: so many steps at most; where there are more, stretches of time are put together, half as many. */
type Asked = { query: ReportQuery; most: number; asOf?: Date | undefined };

type Row = {
  atMs: number;
  desktopLow: number;
  desktopHigh: number;
  mobileLow: number;
  mobileHigh: number;
  whole: boolean;
};

/** How many agents were signed in at every moment of a report's range, by platform: from the rows that it has. */
export async function reportPresence(actor: Actor, { query, most, asOf: given }: Asked) {
  authorize(actor, "reports:read");
  return workedOut(async () => {
    const frame = await frameOf(query, given);
    const { asOf, from, to } = frame;
    const until = new Date(Math.max(from.getTime(), Math.min(to.getTime(), asOf.getTime())));
    const lengthMs = until.getTime() - from.getTime();
    const widthMs = stretchMs(lengthMs, Math.ceil(most / 2));
    const statement = { actor, query, frame, catalogue: await readCatalogue() };
    const rows = await reportDb.$queryRaw<Row[]>`
      with change as (
        select at, coalesce(sum(by) filter (where platform = 'desktop'), 0)::int as desktop,
          coalesce(sum(by) filter (where platform = 'mobile'), 0)::int as mobile
        from (
          select at, platform, by from (
            select s.platform, greatest(p.begins, ${from}::timestamptz) as begins, least(p.ends, ${until}::timestamptz) as ends
            from ${await reportFrom(statement, filtered(query))} where ${reportWhere(statement)}
            offset 0
          ) piece cross join lateral (values (begins, 1), (ends, -1)) as edge (at, by)
          where begins < ends and at < ${until}::timestamptz
          union all
          -- Where a stretch begins it is told how many there are, whether or not anything changes.
          select ${from}::timestamptz + at * interval '1 millisecond', null, 0
          from generate_series(0, ${lengthMs - 1}::bigint, ${widthMs}::bigint) at
        ) edges group by at
      ), line as (
        select at, at = ${from}::timestamptz or desktop <> 0 or mobile <> 0 as step,
          (sum(desktop) over through)::int as desktop, (sum(mobile) over through)::int as mobile
        from change window through as (order by at rows unbounded preceding)
      ), kind as (select count(*) filter (where step) <= ${most} as whole from line)
      select ${msOf(Prisma.sql`at`)} as "atMs", desktop as "desktopLow", desktop as "desktopHigh", mobile as "mobileLow",
        mobile as "mobileHigh", true as whole
      from line where step and (select whole from kind)
      union all
      select ${msOf(Prisma.sql`min(at)`)}, min(desktop), max(desktop), min(mobile), max(mobile), false
      from line where not (select whole from kind)
      group by floor(extract(epoch from at - ${from}::timestamptz) * 1000 / ${widthMs}::bigint)
      order by 1`;
    const presence: Presence = {
      kind: "presence",
      ...chartMoment(frame),
      untilMs: until.getTime(),
      stretchMs: rows.every(({ whole }) => whole) ? null : widthMs,
      points: rows.map((row) => ({
        atMs: row.atMs,
        desktop: [row.desktopLow, row.desktopHigh],
        mobile: [row.mobileLow, row.mobileHigh],
      })),
    };
    return ok(presence);
  });
}

const msOf = (at: Prisma.Sql) => Prisma.sql`(extract(epoch from ${at}) * 1000)::float8`;
