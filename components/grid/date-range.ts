import { Temporal } from "temporal-polyfill";

/** Days of a calendar, `2026-11-22`, the last one included; without one it is open at that end. */
export type DateRange = { from?: string | undefined; to?: string | undefined };

export const presets = ["today", "yesterday", "last-7", "last-30", "this-month", "last-month"] as const;
type Preset = (typeof presets)[number];

/** The days that a preset means today. */
export function presetRange(preset: Preset, today: string): { from: string; to: string } {
  const day = Temporal.PlainDate.from(today);
  const days = (from: Temporal.PlainDate, to: Temporal.PlainDate) => ({ from: String(from), to: String(to) });
  switch (preset) {
    case "today":
      return days(day, day);
    case "yesterday":
      return days(day.subtract({ days: 1 }), day.subtract({ days: 1 }));
    case "last-7":
      return days(day.subtract({ days: 6 }), day);
    case "last-30":
      return days(day.subtract({ days: 29 }), day);
    case "this-month":
      return days(day.with({ day: 1 }), day);
    case "last-month": {
      const first = day.with({ day: 1 }).subtract({ months: 1 });
      return days(first, first.with({ day: first.daysInMonth }));
    }
  }
}

/** The preset that a range is today, if it is one. */
export const presetOf = ({ from, to }: DateRange, today: string) =>
  presets.find((preset) => {
    const range = presetRange(preset, today);
    return range.from === from && range.to === to;
  });

/** "3 – 14 Nov 2026", "3 Nov 2026" */
export function formatDays({ from, to }: { from: string; to: string }, locale: string): string {
  // A calendar day has no zone: as midnight in UTC it is written as what it is.
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  // Server and browser may know different kinds of spaces.
  return format.formatRange(Date.parse(from), Date.parse(to)).replaceAll(/\p{Zs}/gu, " ");
}
