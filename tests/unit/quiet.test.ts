import { expect, test } from "vitest";
import { isQuiet, quietUntil } from "@/lib/notices/quiet";

const timeZone = "Europe/Berlin";
const at = (utc: string) => new Date(`2026-11-22T${utc}:00Z`);

test.each([
  ["20:00", "07:00", "18:59", false],
  ["20:00", "07:00", "19:00", true],
  ["20:00", "07:00", "05:59", true],
  ["20:00", "07:00", "06:00", false],
  ["12:00", "13:00", "11:30", true],
  ["12:00", "13:00", "12:00", false],
  ["12:00", "12:00", "11:00", false],
  [null, "13:00", "11:30", false],
  ["12:00", null, "11:30", false],
])("quiet from %s until %s, at %s UTC: %s", (quietFrom, quietUntil, utc, quiet) => {
  expect(isQuiet({ quietFrom, quietUntil, timeZone }, at(utc))).toBe(quiet);
});

test.each([
  ["20:00", "07:00", "2026-11-22T18:59Z", null],
  ["20:00", "07:00", "2026-11-22T19:00Z", "2026-11-23T06:00Z"],
  ["20:00", "07:00", "2026-11-22T05:59Z", "2026-11-22T06:00Z"],
  ["12:00", "13:00", "2026-11-22T11:30Z", "2026-11-22T12:00Z"],
  [null, "13:00", "2026-11-22T11:30Z", null],
  // The night in which the clocks go back is an hour longer.
  ["20:00", "07:00", "2026-10-24T20:00Z", "2026-10-25T06:00Z"],
])("quiet from %s until %s, they end for %s: %s", (from, until, moment, end) => {
  const ends = quietUntil({ quietFrom: from, quietUntil: until, timeZone }, new Date(moment));
  expect(ends).toEqual(end === null ? null : new Date(end));
});
