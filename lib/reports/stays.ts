import { Prisma } from "@/prisma/generated/client";
import type { Range } from "./range";

// Sessions are found by when they began. Nearly all of a range began within it or shortly before; those that may have begun
// earlier still are few, and have an index of their own.
const usual = Prisma.sql`interval '36 hours'`;
const isLong = Prisma.sql`(logout_at is null or coalesce(ended_at, logout_at) - login_at > interval '36 hours')`;

/** The long ones among the sessions that began before a moment. */
export const longAmong = (before: Date) =>
  Prisma.sql`(select * from session where login_at < ${before}::timestamptz and ${isLong})`;

/**
 * All sessions that can touch a range: those that began within it or shortly before, and the long ones that are known to. Where there
 * are none of these, as in most ranges of the past, it is one stretch of each index.
 */
export function amongRange({ from, to, longIds }: Range & { longIds: readonly string[] }) {
  const began = Prisma.sql`select * from session where login_at >= ${from}::timestamptz - ${usual} and login_at < ${to}::timestamptz`;
  return longIds.length === 0
    ? Prisma.sql`(${began})`
    : Prisma.sql`(${began} union all select * from session where id = any(${[...longIds]}::uuid[]))`;
}

/** True for those of the long ones that began earlier than the others are looked for. */
export const beganEarlier = ({ from }: Range) => Prisma.sql`s.login_at < ${from}::timestamptz - ${usual}`;

/** Over `s` (session): ended as of a moment. A rule that acted later than the logout had not acted before. */
export const closedBy = (asOf: Date) =>
  Prisma.sql`coalesce(coalesce(s.ended_at, s.logout_at) <= ${asOf}::timestamptz, false)`;

/** Up to when a session counts. */
export const endsOf = (asOf: Date) =>
  Prisma.sql`case when ${closedBy(asOf)} then s.logout_at else ${asOf}::timestamptz end`;

/** Shares a moment with the range, or began within it and took no time at all. */
export const touching = ({ from, to }: Range, asOf: Date) => Prisma.sql`s.login_at < ${to}::timestamptz
  and (s.login_at >= ${from}::timestamptz or ${endsOf(asOf)} > ${from}::timestamptz)`;
