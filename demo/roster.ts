import { Temporal } from "temporal-polyfill";
import { dayMs, type Person } from "./centre";
import { type Random, randomFrom } from "./random";

export type Break = { reason: string; fromMs: number; toMs: number };
export type Shift = { fromMs: number; toMs: number; breaks: Break[] };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const restMs = 9 * hourMs;

/** Public holidays by zone, as month-day. */
const holidays: Record<string, readonly string[]> = {
  "Europe/Berlin": ["01-01", "05-01", "10-03", "12-25", "12-26"],
  "America/New_York": ["01-01", "06-19", "07-04", "11-11", "12-25"],
};

type Span = { nowMs: number; days: number };

/**
 * When a person was at work: five days a week, on the clock of their zone, without holidays, sick days and time off. Most
 * are at work at `nowMs`, whatever the hour: their last shift lies so that it holds this moment.
 */
export function planShifts(person: Person, { nowMs, days }: Span): Shift[] {
  const random = randomFrom(person.seed);
  const habit = planHabit(random, person);
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(person.team.zone)
    .toPlainDate();
  const shifts: Shift[] = [];
  let sickDays = 0;
  for (let back = days; back >= -1; back--) {
    const date = today.subtract({ days: back });
    if (sickDays === 0 && random.chance(0.012)) sickDays = random.between(1, 4);
    const sick = sickDays > 0;
    sickDays = Math.max(0, sickDays - 1);
    const shift = shiftOn(random, date, person, habit);
    if (sick || isOff(random, date, person, habit, back) || overlaps(shifts.at(-1), shift)) continue;
    shifts.push(shift);
  }
  const untilMs = person.leftAtMs ?? nowMs;
  return withPresent(random, shifts, nowMs, person.leftAtMs === null && random.chance(0.8))
    .filter(
      ({ fromMs, toMs }) => fromMs < nowMs - 5 * minuteMs && (person.leftAtMs === null || toMs < untilMs),
    )
    .filter(({ fromMs }) => fromMs > nowMs - days * dayMs);
}

type Habit = {
  startMinutes: number;
  lengthMs: number;
  daysOff: readonly number[];
  /** Days of time off, counted back from today. */
  away: { from: number; to: number } | null;
};

function planHabit(random: Random, { team }: Person): Habit {
  const begins = random.chance(0.45) ? random.between(0, 50) : -1;
  return {
    startMinutes: random.weighted([
      [7 * 60, 3],
      [8 * 60, 5],
      [9 * 60 + 30, 3],
      [12 * 60, team.everyDay ? 4 : 1],
    ]),
    lengthMs: random.chance(0.18) ? 5 * hourMs : 8.5 * hourMs,
    daysOff: team.everyDay && random.chance(0.5) ? random.pick(weekdayPairs) : [6, 7],
    away: begins < 0 ? null : { from: begins + random.between(4, 11), to: begins },
  };
}

const weekdayPairs = [
  [1, 2],
  [2, 3],
  [3, 4],
  [7, 1],
];

function isOff(
  random: Random,
  date: Temporal.PlainDate,
  { team }: Person,
  habit: Habit,
  back: number,
): boolean {
  const { daysOff, away } = habit;
  const holiday = holidays[team.zone]?.includes(date.toString().slice(5)) ?? false;
  if (holiday && !(team.everyDay && random.chance(0.4))) return true;
  return daysOff.includes(date.dayOfWeek) || (away !== null && back <= away.from && back >= away.to);
}

function shiftOn(random: Random, date: Temporal.PlainDate, { team }: Person, habit: Habit): Shift {
  const midday = date.toZonedDateTime({ timeZone: team.zone, plainTime: "12:00" }).epochMilliseconds;
  const fromMs = midday + (habit.startMinutes - 12 * 60 + random.between(-9, 7)) * minuteMs + seconds(random);
  return shiftFrom(random, fromMs, habit.lengthMs);
}

const seconds = (random: Random) => random.between(0, 59_999);

function shiftFrom(random: Random, fromMs: number, lengthMs: number): Shift {
  const toMs = fromMs + lengthMs + random.between(-4, 12) * minuteMs + seconds(random);
  const at = (hours: number) => fromMs + hours * hourMs + random.between(-15, 15) * minuteMs;
  const pause = (reason: string, hours: number, minutes: number): Break => {
    const begin = at(hours);
    return { reason, fromMs: begin, toMs: begin + minutes * minuteMs + seconds(random) };
  };
  const long = lengthMs > 6 * hourMs;
  const other = random.weighted([
    ["Training", 2],
    ["Meeting", 3],
    ["Coaching", 1],
    ["Paperwork", 2],
    [null, 6],
  ]);
  const breaks = [
    pause("Break", long ? 1.9 : 2.4, random.between(9, 19)),
    ...(long
      ? [pause("Lunch", 4.1, random.between(28, 44)), pause("Break", 6.3, random.between(8, 18))]
      : []),
    ...(other === null ? [] : [pause(other, long ? 5.2 : 3.6, random.between(20, 55))]),
  ];
  return { fromMs, toMs, breaks: breaks.sort((a, b) => a.fromMs - b.fromMs) };
}

const overlaps = (last: Shift | undefined, next: Shift) =>
  last !== undefined && next.fromMs < last.toMs + restMs;

/** The shifts with one that holds this moment, if the person is to be there and has none. */
function withPresent(random: Random, shifts: Shift[], nowMs: number, present: boolean): Shift[] {
  if (!present || shifts.some(({ fromMs, toMs }) => fromMs < nowMs - 5 * minuteMs && toMs > nowMs))
    return shifts;
  const shift = shiftFrom(random, nowMs - random.between(20, 400) * minuteMs - seconds(random), 8.5 * hourMs);
  return [...shifts.filter(({ toMs }) => toMs + restMs < shift.fromMs), shift];
}
