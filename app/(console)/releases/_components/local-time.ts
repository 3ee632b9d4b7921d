import { Temporal } from "temporal-polyfill";

/** A moment as a field of date and time shows it in a zone: `2026-11-22T18:00`. */
export const toLocal = (at: Date | null, timeZone: string): string =>
  at === null
    ? ""
    : Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: "minute" });

/** The moment that was typed; null where the field is empty, an empty text where it holds none. */
export function fromLocal(text: string, timeZone: string): string | null {
  if (text === "") return null;
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return "";
  }
}
