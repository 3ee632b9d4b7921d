import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { nextTime, nextTimes, Rhythm } from "@/lib/schedules/rhythm";

const shown = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const times = (rhythm: Rhythm, after: string, count: number) =>
  nextTimes(rhythm, new Date(after), count).map((at) => at.toISOString().slice(0, 16));

const berlin = { zone: "Europe/Berlin" };

test("every day at its time, whatever the clock has been put to meanwhile", () => {
  expect(times({ every: "day", at: "07:00", ...berlin }, "2026-10-24T04:59:59.999Z", 3)).toEqual([
    "2026-10-24T05:00",
    "2026-10-25T06:00",
    "2026-10-26T06:00",
  ]);
});

test("the moment itself is over", () => {
  expect(times({ every: "day", at: "07:00", ...berlin }, "2026-11-20T06:00:00Z", 1)).toEqual([
    "2026-11-21T06:00",
  ]);
});

test("a time that the clock skips comes an hour later, one that it shows twice comes once", () => {
  const rhythm: Rhythm = { every: "day", at: "02:30", ...berlin };
  expect(times(rhythm, "2026-03-28T12:00:00Z", 2)).toEqual(["2026-03-29T01:30", "2026-03-30T00:30"]);
  expect(times(rhythm, "2026-10-24T12:00:00Z", 2)).toEqual(["2026-10-25T00:30", "2026-10-26T01:30"]);
});

test("on the chosen days of the week", () => {
  expect(times({ every: "week", days: [1, 5], at: "08:00", ...berlin }, "2026-11-27T07:30:00Z", 3)).toEqual([
    "2026-11-30T07:00",
    "2026-12-04T07:00",
    "2026-12-07T07:00",
  ]);
});

test("on a day of the month, or its last where it has no such day", () => {
  expect(times({ every: "month", day: 31, at: "00:00", zone: "UTC" }, "2028-01-31T00:00:00Z", 3)).toEqual([
    "2028-02-29T00:00",
    "2028-03-31T00:00",
    "2028-04-30T00:00",
  ]);
});

test("a day that a place left out is put off to the next, once", () => {
  const rhythm: Rhythm = { every: "day", at: "12:00", zone: "Pacific/Apia" };
  const days = nextTimes(rhythm, new Date("2011-12-29T00:00:00Z"), 3);
  expect(days.map((at) => shown(at, rhythm.zone).toPlainDate().toString())).toEqual([
    "2011-12-29",
    "2011-12-31",
    "2012-01-01",
  ]);
});

const zone = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Pacific/Apia",
);
const at = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const rhythm = fc
  .oneof(
    fc.record({ every: fc.constant("day"), at, zone }),
    fc.record({
      every: fc.constant("week"),
      days: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      at,
      zone,
    }),
    fc.record({ every: fc.constant("month"), day: fc.integer({ min: 1, max: 31 }), at, zone }),
  )
  .map((given) => Rhythm.parse(given));
const moment = fc.date({ min: new Date("2010-01-01"), max: new Date("2032-01-01"), noInvalidDate: true });

test("times go up, stand at their time of the clock unless the clock skips it, and none lies between two of them", () => {
  fc.assert(
    fc.property(rhythm, moment, fc.double({ min: 0, max: 1, noNaN: true }), (rhythm, after, part) => {
      const [first = after, second = after] = nextTimes(rhythm, after, 2);
      expect(first.getTime()).toBeGreaterThan(after.getTime());
      expect(second.getTime()).toBeGreaterThan(first.getTime());
      for (const time of [first, second]) {
        const clock = shown(time, rhythm.zone);
        const wall = clock.toPlainTime().toString({ smallestUnit: "minute" });
        if (wall === rhythm.at) continue;
        // Skipped: the clock was put forward just before.
        expect(clock.subtract({ hours: 3 }).offset).not.toBe(clock.offset);
      }
      // Wherever one asks between two times, the answer is the second.
      const between = new Date(first.getTime() + Math.floor((second.getTime() - first.getTime() - 1) * part));
      expect(nextTime(rhythm, between)).toEqual(second);
    }),
    { numRuns: 200 },
  );
});

test("in a day of 25 hours a time comes once", () => {
  fc.assert(
    fc.property(at, zone, moment, (at, zone, after) => {
      const days = nextTimes({ every: "day", at, zone }, after, 5).map((time) =>
        shown(time, zone).toPlainDate().toString(),
      );
      expect(new Set(days).size).toBe(5);
    }),
    { numRuns: 200 },
  );
});
