import { expect, test } from "vitest";
import { formatDays, presetOf, presetRange } from "@/components/grid/date-range";

test.each([
  ["today", "2026-03-31", "2026-03-31", "2026-03-31"],
  ["yesterday", "2026-03-01", "2026-02-28", "2026-02-28"],
  ["last-7", "2026-11-24", "2026-11-18", "2026-11-24"],
  ["last-30", "2026-11-24", "2026-10-26", "2026-11-24"],
  ["this-month", "2026-11-24", "2026-11-01", "2026-11-24"],
  ["last-month", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["last-month", "2028-03-31", "2028-02-01", "2028-02-29"],
  ["last-month", "2026-01-15", "2025-12-01", "2025-12-31"],
] as const)("%s on %s", (preset, today, from, to) => {
  expect(presetRange(preset, today)).toEqual({ from, to });
  expect(presetOf({ from, to }, today)).toBe(preset);
});

test("days that are no preset are none", () => {
  expect(presetOf({ from: "2026-11-01" }, "2026-11-24")).toBeUndefined();
  expect(presetOf({}, "2026-11-24")).toBeUndefined();
});

test("days are written as days, whatever the zone of the machine", () => {
  expect(formatDays({ from: "2026-11-03", to: "2026-11-03" }, "en-GB")).toBe("3 Nov 2026");
  expect(formatDays({ from: "2026-11-03", to: "2026-11-14" }, "en-GB")).toMatch(/^3\s?–\s?14 Nov 2026$/);
});
