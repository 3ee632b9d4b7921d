import { timeOfDayAt } from "@/lib/settings/time-of-day";

type Hours = { quietFrom: string | null; quietUntil: string | null; timeZone: string };

/** Whether a moment lies in the quiet hours, which may go over midnight; without both ends there are none. */
export function isQuiet({ quietFrom, quietUntil, timeZone }: Hours, moment: Date): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const at = timeOfDayAt(moment.toISOString(), timeZone);
  if (quietFrom <= quietUntil) return quietFrom <= at && at < quietUntil;
  return quietFrom <= at || at < quietUntil;
}
