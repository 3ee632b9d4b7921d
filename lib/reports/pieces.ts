import { Prisma } from "@/prisma/generated/client";
import type { Frame } from "./frame";
import { closedBy, endsOf } from "./stays";

/**
 * Laterals over `s` (session): `x` says whether it is closed and when it ends, as of the report's moment; `p` is what is counted of
 * it, whole or clipped, in one piece or one a day. A piece has its day by number, from 1.
 */
export function piecesOf(frame: Frame): Prisma.Sql {
  const { asOf, from, to, edges, days } = frame;
  const clipped = edges === "clip";
  const begins = clipped ? Prisma.sql`greatest(s.login_at, ${from}::timestamptz)` : Prisma.sql`s.login_at`;
  const ends = clipped ? Prisma.sql`least(x.ends, ${to}::timestamptz)` : Prisma.sql`x.ends`;
  // Said of the session itself where that is enough: `p` is worked out anew wherever it is named.
  const uncut = clipped
    ? Prisma.sql`s.login_at >= ${from}::timestamptz and s.logout_at <= ${to}::timestamptz`
    : Prisma.sql`true`;
  const whole = days === "split" ? Prisma.sql`p.begins = s.login_at and p.ends = s.logout_at` : uncut;
  return Prisma.sql`
    cross join lateral (select ${closedBy(asOf)} as closed, ${endsOf(asOf)} as ends) x
    ${days === "split" ? byDay(frame, begins, ends) : inOne(frame, begins, ends)}
    cross join lateral (
      select p.begins > s.login_at as cut_before, p.ends < x.ends as cut_after,
        ${frame.firstDay}::date + (p.day - 1) as date, w.whole, case when w.whole
          then s.ready_ms + s.not_ready_ms + s.busy_ms + s.after_call_work_ms + s.unknown_ms
          else ${msBetween(Prisma.sql`p.begins`, Prisma.sql`p.ends`)} end as ms
      from (select x.closed and ${whole} as whole) w
    ) c`;
}

const inOne = ({ dayStarts }: Frame, begins: Prisma.Sql, ends: Prisma.Sql) => Prisma.sql`
  cross join lateral (
    select ${begins} as begins, ${ends} as ends, width_bucket(s.login_at, ${moments(dayStarts)}) as day
  ) p`;

/**
 * A day of no length, which a zone may skip, has no piece; a session of no length has one. Without the offset both ends would be
 * worked out wherever they are named.
 */
const byDay = ({ dayStarts }: Frame, begins: Prisma.Sql, ends: Prisma.Sql) => Prisma.sql`
  cross join lateral (
    select greatest(o.begins, o.starts[day]) as begins, least(o.ends, o.starts[day + 1]) as ends, day
    from (select ${begins} as begins, ${ends} as ends, ${moments(dayStarts)} as starts) o
    cross join lateral (select generate_series(width_bucket(o.begins, o.starts), width_bucket(o.ends, o.starts)) as day) d
    where o.begins = o.ends or greatest(o.begins, o.starts[day]) < least(o.ends, o.starts[day + 1])
    offset 0
  ) p`;

/** In whole ms. By floating point, which is exact for them and takes a fraction of the time that `extract` does. */
export const msBetween = (begins: Prisma.Sql, ends: Prisma.Sql) =>
  Prisma.sql`(date_part('epoch', ${ends} - ${begins}) * 1000)::bigint`;

const moments = (all: readonly Date[]) => Prisma.sql`${all.map((at) => at.toISOString())}::timestamptz[]`;
