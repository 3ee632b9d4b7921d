import { formatDuration } from "@/components/ui/duration";
import { countFormat, dateFormat } from "@/components/ui/formats";
import { formatTime } from "@/components/ui/moment";
import type { Column } from "@/lib/reports/catalogue";

/** In which zone and language a report is read, and which year goes without saying. */
export type Reading = { locale: string; timeZone: string; now: string };

const dayKey = (at: string, timeZone: string) =>
  dateFormat("sv-SE", { dateStyle: "short", timeZone }).format(Date.parse(at));

/** "Fri 20 Nov", "Fri 20 Nov 2025": a day of the report's calendar, `2026-11-20`. */
export function formatDate(day: string, { locale, now, timeZone }: Reading): string {
  const sameYear = day.slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
  const format = dateFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    // A day of a calendar has no zone: as midnight in UTC it is written as what it is.
    timeZone: "UTC",
  });
  return format
    .format(Date.parse(day))
    .replaceAll(/\p{Zs}|,/gu, " ")
    .replaceAll(/ +/g, " ");
}

/** "Fri 20 Nov 08:58" in the report's zone; beside a moment of the same day "13:31". */
export function formatStamp(at: string, reading: Reading, beside?: string): string {
  const day = dayKey(at, reading.timeZone);
  const time = formatTime(at, reading);
  return beside !== undefined && dayKey(beside, reading.timeZone) === day
    ? time
    : `${formatDate(day, reading)} ${time}`;
}

/** "11.6%", with one digit of its fraction. */
export const formatShare = (share: number, locale: string) =>
  new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);

/** A figure as its column shows it: "7:59:30", "11.6%", "1,204". */
export function formatFigure({ type }: Pick<Column, "type">, value: number, { locale }: Reading): string {
  if (type === "duration") return formatDuration(value, true);
  return type === "percent" ? formatShare(value, locale) : countFormat(locale).format(value);
}
