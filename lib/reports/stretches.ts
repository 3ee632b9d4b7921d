import { Temporal } from "temporal-polyfill";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Lengths that people reckon in. */
const usual = [
  ...[1, 2, 5, 10, 15, 20, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 4, 6, 12].map((hours) => hours * hourMs),
];

/** How long the stretches are that a length of time is divided into, for no more of them than that. */
export const stretchMs = (lengthMs: number, most: number) =>
  usual.find((ms) => lengthMs <= ms * most) ?? Math.max(1, Math.ceil(lengthMs / most / dayMs)) * dayMs;

export type Every = "day" | "week" | "month";

/** More bars than that are too thin to point at. */
const mostBars = 62;

/** What so many days are told by. */
export const everyOf = (days: number): Every =>
  days <= mostBars ? "day" : days <= 7 * mostBars ? "week" : "month";

/** The day that the week or month of a day begins with. */
export function firstOf(day: Temporal.PlainDate, every: Every, weekStart: number): Temporal.PlainDate {
  if (every === "day") return day;
  if (every === "month") return day.with({ day: 1 });
  return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
}

/** Each day, week or month from one day to another, by its first day. */
export function stretchesBetween(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  every: Every,
  weekStart: number,
): string[] {
  const begins: string[] = [];
  const lengths = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } };
  for (
    let day = firstOf(first, every, weekStart);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add(lengths[every])
  )
    begins.push(day.toString());
  return begins;
}
