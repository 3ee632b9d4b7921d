import { Temporal } from "temporal-polyfill";

/**
 * The last moment up to `now` at which the day's clock of a zone showed a time (`03:00`). On a day that skips it, the clock
 * is set forward and so is the moment.
 */
export function lastDaily(timeOfDay: string, timeZone: string, now: Date): Date {
  const todays = dailyOn(timeOfDay, timeZone, now, 0);
  return todays <= now ? todays : dailyOn(timeOfDay, timeZone, now, -1);
}

/** The next such moment after `now`: when a time that is set now first counts. */
export function nextDaily(timeOfDay: string, timeZone: string, now: Date): Date {
  const todays = dailyOn(timeOfDay, timeZone, now, 0);
  return todays > now ? todays : dailyOn(timeOfDay, timeZone, now, 1);
}

/** The moment on the zone's day of `now`, or so many days from it. */
function dailyOn(timeOfDay: string, timeZone: string, now: Date, days: number): Date {
  const date = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days });
  return dailyAt(timeOfDay, timeZone, date);
}

/** The day of a date, from its turn to the next: as long as the zone's clock makes it. */
export function dayFrom(timeOfDay: string, timeZone: string, day: string): { from: Date; to: Date } {
  const date = Temporal.PlainDate.from(day);
  return {
    from: dailyAt(timeOfDay, timeZone, date),
    to: dailyAt(timeOfDay, timeZone, date.add({ days: 1 })),
  };
}

function dailyAt(timeOfDay: string, timeZone: string, date: Temporal.PlainDate): Date {
  const plainTime = Temporal.PlainTime.from(timeOfDay);
  return new Date(date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}
