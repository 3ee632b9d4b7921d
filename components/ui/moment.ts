import { Temporal } from "temporal-polyfill";
import { dateFormat, hourCycleOf, relativeFormat } from "./formats";

type Reader = { now: string; locale: string; timeZone: string };

/** "Today 08:58", "Yesterday 13:31", "Fri 08:55", "3 Jan 08:55", "3 Jan 2025 08:55", in the reader's zone. */
export function formatMoment(at: string, { now, locale, timeZone }: Reader, seconds = false): string {
  const day = dayOf(at, timeZone);
  const today = dayOf(now, timeZone);
  const ago = day.until(today).total("days");
  const time = formatTime(at, { locale, timeZone }, seconds);
  if (ago === 0 || ago === 1) {
    const relative = relativeFormat(locale).format(-ago, "day");
    return `${relative.charAt(0).toLocaleUpperCase(locale)}${relative.slice(1)} ${time}`;
  }
  const recent = ago > 0 && ago < 7;
  const date = recent
    ? dateFormat(locale, { weekday: "short", timeZone }).format(Date.parse(at))
    : formatDay(at, { now, locale, timeZone });
  return `${date} ${time}`;
}

/** "17:02" where it is the same day as `reference`, else as formatMoment. */
export function formatMomentBeside(at: string, reference: string, reader: Reader): string {
  return dayOf(at, reader.timeZone).equals(dayOf(reference, reader.timeZone))
    ? formatTime(at, reader)
    : formatMoment(at, reader);
}

/** "3 Jan", "3 Jan 2025" */
export function formatDay(at: string, { now, locale, timeZone }: Reader): string {
  const sameYear = dayOf(at, timeZone).year === dayOf(now, timeZone).year;
  const year: Intl.DateTimeFormatOptions = sameYear ? {} : { year: "numeric" };
  return dateFormat(locale, { day: "numeric", month: "short", ...year, timeZone }).format(Date.parse(at));
}

/** "17:02"; "5:02 pm" where the locale asks for it, as `en-GB-u-hc-h12` does. */
export function formatTime(at: string, { locale, timeZone }: Omit<Reader, "now">, seconds = false): string {
  const hourCycle = hourCycleOf(locale);
  const format = dateFormat(locale, {
    hour: hourCycle === "h12" ? "numeric" : "2-digit",
    minute: "2-digit",
    ...(seconds && { second: "2-digit" }),
    hourCycle,
    timeZone,
  });
  return format.format(Date.parse(at));
}

/** For hovering: the whole date, time and zone. */
export function formatExact(at: string, { locale, timeZone }: Omit<Reader, "now">): string {
  const date = dateFormat(locale, { dateStyle: "full", timeZone }).format(Date.parse(at));
  return `${date}, ${formatTime(at, { locale, timeZone }, true)} ${timeZone}`;
}

// The rows of a list share few days and moments.
const days = new Map<string, Temporal.PlainDate>();
const mostDays = 2000;

function dayOf(at: string, timeZone: string) {
  const key = `${at} ${timeZone}`;
  const day = days.get(key) ?? Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  if (days.size > mostDays) days.clear();
  days.set(key, day);
  return day;
}
