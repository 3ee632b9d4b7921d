import { expect, test } from "vitest";
import { isQuiet } from "@/lib/notices/quiet";

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
