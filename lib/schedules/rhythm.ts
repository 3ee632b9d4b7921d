import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { startOf } from "@/lib/reports/range";
import { timeOfDay, Zone } from "@/lib/settings/schema";

const when = { at: timeOfDay, zone: Zone };

/** When something comes again and again, by the clock of a zone. ISO: 1 is Monday. A month without that day has it on its last one. */
export const Rhythm = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("day"), ...when }),
  z.strictObject({
    every: z.literal("week"),
    days: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .overwrite((days) => [...new Set(days)].toSorted()),
    ...when,
  }),
  z.strictObject({ every: z.literal("month"), day: z.int().min(1).max(31), ...when }),
]);
export type Rhythm = z.output<typeof Rhythm>;

/**
 * The first time after a moment. A time that a clock change skips comes as much later as the clock is put forward; one that it
 * shows twice counts the first time.
 */
export function nextTime(rhythm: Rhythm, after: Date): Date {
  const calendar = { zone: rhythm.zone, dayTurn: rhythm.at };
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(rhythm.zone);
  // A clock that skips a whole day puts what was due on it off to the next.
  for (let day = today.toPlainDate().subtract({ days: 1 }); ; day = day.add({ days: 1 })) {
    if (!fallsOn(rhythm, day)) continue;
    const at = startOf(day, calendar);
    if (at > after) return at;
  }
}

/** The next ones, as many as are asked for. */
export function nextTimes(rhythm: Rhythm, after: Date, count: number): Date[] {
  const times: Date[] = [];
  for (let at = after; times.length < count; ) {
    at = nextTime(rhythm, at);
    times.push(at);
  }
  return times;
}

function fallsOn(rhythm: Rhythm, day: Temporal.PlainDate) {
  switch (rhythm.every) {
    case "day":
      return true;
    case "week":
      return rhythm.days.includes(day.dayOfWeek);
    case "month":
      return day.day === Math.min(rhythm.day, day.daysInMonth);
  }
}
