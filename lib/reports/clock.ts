import { Temporal } from "temporal-polyfill";
import { Prisma } from "@/prisma/generated/client";

/** By how much the clock of a zone is ahead of UTC, and from when on. */
export type Shift = { at: Date; aheadMs: number };

/** The shifts of a zone that matter between two moments, the one that holds at the first of them included. */
export function shiftsOf(zone: string, from: Date, to: Date): Shift[] {
  const shifts: Shift[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    from.getTime(),
  ).toZonedDateTimeISO(zone);
  while (at && at.epochMilliseconds <= to.getTime()) {
    shifts.push({ at: new Date(at.epochMilliseconds), aheadMs: at.offsetNanoseconds / 1_000_000 });
    at = at.getTimeZoneTransition("next");
  }
  return shifts;
}

/**
 * What a clock of the zone shows at a moment, in Postgres: by the shifts and not by the zone's name, so that the day and the time of
 * day come from one table of time zones.
 */
export function shownBy(shifts: readonly Shift[], moment: Prisma.Sql): Prisma.Sql {
  const starts = shifts.map(({ at }) => at.toISOString());
  const ahead = shifts.map(({ aheadMs }) => `${aheadMs} milliseconds`);
  return Prisma.sql`(${moment}) at time zone 'UTC'
    + (${ahead}::interval[])[greatest(1, width_bucket(${moment}, ${starts}::timestamptz[]))]`;
}

/** The same in this process. */
export function timeShown(at: Date, zone: string): string {
  const { year, month, day, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(
    at.getTime(),
  ).toZonedDateTimeISO(zone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}
