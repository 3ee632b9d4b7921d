import fc from "fast-check";
import { expect, test } from "vitest";
import { type Calendar, dayAt, type Preset, presets, rangeOf, startOf } from "@/lib/reports/range";

const berlin: Calendar = { zone: "Europe/Berlin", dayTurn: "00:00", weekStart: 1 };
// A Wednesday, in the evening.
const now = new Date("2026-11-25T20:00:00Z");

test.each<[Preset, string, string]>([
  ["today", "2026-11-24T23:00:00Z", "2026-11-25T23:00:00Z"],
  ["yesterday", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z"],
  ["thisWeek", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z"],
  ["lastWeek", "2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z"],
  ["thisMonth", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"],
  // With the hour that the clock was set back.
  ["lastMonth", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"],
  ["last7Days", "2026-11-18T23:00:00Z", "2026-11-25T23:00:00Z"],
  ["last30Days", "2026-10-26T23:00:00Z", "2026-11-25T23:00:00Z"],
  ["shift", "2026-11-25T08:00:00Z", "2026-11-25T20:00:00Z"],
])("%s", (preset, from, to) => {
  expect(rangeOf(preset, berlin, now)).toEqual({ from: new Date(from), to: new Date(to) });
});

test("a week begins where the reader's does, a day where the report's turns", () => {
  expect(rangeOf("thisWeek", { ...berlin, weekStart: 7 }, now).from).toEqual(
    new Date("2026-11-21T23:00:00Z"),
  );
  const atNight = new Date("2026-11-25T02:30:00Z");
  expect(rangeOf("today", { ...berlin, dayTurn: "04:00" }, atNight)).toEqual({
    from: new Date("2026-11-24T03:00:00Z"),
    to: new Date("2026-11-25T03:00:00Z"),
  });
});

test("days that a clock change makes longer or shorter are so long", () => {
  const hours = (day: string, zone: string) => {
    const { from, to } = rangeOf("today", { ...berlin, zone }, new Date(`${day}T12:00:00Z`));
    return (to.getTime() - from.getTime()) / 3_600_000;
  };
  expect(hours("2026-03-29", "Europe/Berlin")).toBe(23);
  expect(hours("2026-10-25", "Europe/Berlin")).toBe(25);
  expect(hours("2026-04-05", "Australia/Lord_Howe")).toBe(24.5);
});

test("every moment is of the day that has begun last, and every preset is a range", () => {
  const zones = [
    "Europe/Berlin",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "America/Havana",
    "Pacific/Apia",
  ];
  const moment = fc.date({ min: new Date("2005-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  const calendars = fc.record({
    zone: fc.constantFrom(...zones),
    dayTurn: fc.constantFrom("00:00", "02:30", "04:00", "23:00"),
    weekStart: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(moment, calendars, fc.constantFrom(...presets), (at, calendar, preset) => {
      const day = dayAt(at, calendar);
      expect(startOf(day, calendar).getTime()).toBeLessThanOrEqual(at.getTime());
      expect(startOf(day.add({ days: 1 }), calendar).getTime()).toBeGreaterThan(at.getTime());
      const { from, to } = rangeOf(preset, calendar, at);
      expect(from.getTime()).toBeLessThan(to.getTime());
    }),
    { numRuns: 500 },
  );
});
