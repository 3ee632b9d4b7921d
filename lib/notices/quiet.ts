import { Temporal } from "temporal-polyfill";
import { timeOfDayAt } from "@/lib/settings/time-of-day";

type Hours = { quietFrom: string | null; quietUntil: string | null; timeZone: string };

/** Whether a moment lies in the quiet hours, which may go over midnight; without both ends there are none. */
export function isQuiet({ quietFrom, quietUntil, timeZone }: Hours, moment: Date): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const at = timeOfDayAt(moment.toISOString(), timeZone);
  if (quietFrom <= quietUntil) return quietFrom <= at && at < quietUntil;
  return quietFrom <= at || at < quietUntil;
}

/** When the quiet hours end that a moment lies in; null where it lies in none. */
export function quietUntil(hours: Hours, moment: Date): Date | null {
  if (hours.quietUntil === null || !isQuiet(hours, moment)) return null;
  const at = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(hours.timeZone);
  const end = at.withPlainTime(hours.quietUntil);
  const next = Temporal.ZonedDateTime.compare(end, at) > 0 ? end : end.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}
