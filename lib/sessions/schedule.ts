import { Temporal } from "temporal-polyfill";

/**
 * The last moment up to `now` at which the day's clock of a zone showed a time (`03:00`). On a day that skips it, the clock
 * is set forward and so is the moment.
 */
export function lastDaily(timeOfDay: string, timeZone: string, now: Date): Date {
  const time = Temporal.PlainTime.from(timeOfDay);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const onDay = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
  const todays = onDay(today);
  return new Date(todays <= now.getTime() ? todays : onDay(today.subtract({ days: 1 })));
}
