import { Temporal } from "temporal-polyfill";

/** A moment as a field of date and time shows it in a zone: `2026-11-22T18:00`. */
export const toLocal = (at: Date | null, timeZone: string): string =>
  at === null
    ? ""
    : Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: "minute" });

/** A moment as it is stored keeps its seconds, and says which of two like hours it is in, until another is typed. */
const isStored = (text: string) => text.endsWith("Z");

/** What the field shows of a moment that is stored, or was typed. */
export const shownLocal = (text: string, timeZone: string) =>
  isStored(text) ? toLocal(new Date(text), timeZone) : text;

/** The moment that is stored, or was typed; null where the field is empty, an empty text where it holds none. */
export function fromLocal(text: string, timeZone: string): string | null {
  if (text === "") return null;
  if (isStored(text)) return text;
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return "";
  }
}
