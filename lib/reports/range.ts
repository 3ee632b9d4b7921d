import { Temporal } from "temporal-polyfill";

export const presets = [
  "today",
  "yesterday",
  "thisWeek",
  "lastWeek",
  "thisMonth",
  "lastMonth",
  "last7Days",
  "last30Days",
  "shift",
] as const;
export type Preset = (typeof presets)[number];

/** How a report reckons days: in which zone, at which time of its clock they turn, and on which day (ISO: 1 is Monday) a week begins. */
export type Calendar = { zone: string; dayTurn: string; weekStart: number };

/** Half-open. */
export type Range = { from: Date; to: Date };

const shiftHours = 12;

/** When a day begins that a clock change may have made longer or shorter. */
export function startOf(day: Temporal.PlainDate, { zone, dayTurn }: Omit<Calendar, "weekStart">): Date {
  const plainTime = Temporal.PlainTime.from(dayTurn);
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
}

/** The day that a moment belongs to. */
export function dayAt(at: Date, calendar: Omit<Calendar, "weekStart">): Temporal.PlainDate {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(calendar.zone)
    .toPlainDate();
  // A clock that is set back over midnight shows the day before once more.
  const latest = [shown.add({ days: 1 }), shown].find((day) => startOf(day, calendar) <= at);
  return latest ?? shown.subtract({ days: 1 });
}

/** What a preset means at a moment; `shift` is the last twelve hours, whatever days they are of. */
export function rangeOf(preset: Preset, calendar: Calendar, now: Date): Range {
  if (preset === "shift") return { from: new Date(now.getTime() - shiftHours * 3_600_000), to: now };
  const [first, after] = daysOf(preset, dayAt(now, calendar), calendar.weekStart);
  return { from: startOf(first, calendar), to: startOf(after, calendar) };
}

function daysOf(preset: Exclude<Preset, "shift">, today: Temporal.PlainDate, weekStart: number) {
  const from = (day: Temporal.PlainDate, span: Temporal.DurationLike) => [day, day.add(span)] as const;
  const week = today.subtract({ days: (today.dayOfWeek - weekStart + 7) % 7 });
  const month = today.with({ day: 1 });
  switch (preset) {
    case "today":
      return from(today, { days: 1 });
    case "yesterday":
      return from(today.subtract({ days: 1 }), { days: 1 });
    case "thisWeek":
      return from(week, { days: 7 });
    case "lastWeek":
      return from(week.subtract({ days: 7 }), { days: 7 });
    case "thisMonth":
      return from(month, { months: 1 });
    case "lastMonth":
      return from(month.subtract({ months: 1 }), { months: 1 });
    case "last7Days":
      return from(today.subtract({ days: 6 }), { days: 7 });
    case "last30Days":
      return from(today.subtract({ days: 29 }), { days: 30 });
  }
}

/**
 * A moment as an address has it: with its offset, or by the clock of the zone; a date is the beginning of its day. Null for
 * anything else.
 */
export function parseMoment(written: string, calendar: Omit<Calendar, "weekStart">): Date | null {
  const { zone } = calendar;
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(written)) return startOf(Temporal.PlainDate.from(written), calendar);
    if (/T.*(Z|[+-]\d\d:?\d\d)$/i.test(written))
      return new Date(Temporal.Instant.from(written).epochMilliseconds);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(written)) return null;
    return new Date(Temporal.PlainDateTime.from(written).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}
