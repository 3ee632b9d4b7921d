import { Prisma } from "@/prisma/generated/client";
import type { Range } from "./range";

// Sessions are found by when they began. Nearly all of a range began within it or shortly before; an index of their own has
// those that may have begun earlier still.
const usual = Prisma.sql`interval '36 hours'`;
const isLong = Prisma.sql`(logout_at is null or coalesce(ended_at, logout_at) - login_at > interval '36 hours')`;

/** The long ones among the sessions that began before a moment. */
export const longAmong = (before: Date) =>
  Prisma.sql`(select * from session where login_at < ${before}::timestamptz and ${isLong})`;

/** All sessions that can touch a range. */
export const amongRange = ({ from, to }: Range) => Prisma.sql`(
  select * from session where login_at >= ${from}::timestamptz - ${usual} and login_at < ${to}::timestamptz
  union all
  select * from session where login_at < ${from}::timestamptz - ${usual} and ${isLong}
)`;

/** Over `s` (session): ended as of a moment. A rule that acted later than the logout had not acted before. */
export const closedBy = (asOf: Date) =>
  Prisma.sql`coalesce(coalesce(s.ended_at, s.logout_at) <= ${asOf}::timestamptz, false)`;

/** Up to when a session counts. */
export const endsOf = (asOf: Date) =>
  Prisma.sql`case when ${closedBy(asOf)} then s.logout_at else ${asOf}::timestamptz end`;

/** Shares a moment with the range, or began within it and took no time at all. */
export const touching = ({ from, to }: Range, asOf: Date) => Prisma.sql`s.login_at < ${to}::timestamptz
  and (s.login_at >= ${from}::timestamptz or ${endsOf(asOf)} > ${from}::timestamptz)`;
