import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundsOf, kinds, sections } from "@/app/(console)/settings/_components/catalogue";
import { changesOf } from "@/app/(console)/settings/_components/drafts";
import { readEntry, spanOf } from "@/app/(console)/settings/_components/entry";
import { readSpan, toSpan } from "@/app/(console)/settings/_components/span";
import { defaults, type SettingKey } from "@/lib/settings/schema";

const keys = Object.keys(defaults) as SettingKey[];

describe("lengths of time", () => {
  test.each([
    [0, { count: 0, unit: "seconds" }],
    [60, { count: 60, unit: "seconds" }],
    [90, { count: 90, unit: "seconds" }],
    [300, { count: 5, unit: "minutes" }],
    [3600, { count: 60, unit: "minutes" }],
    [43_200, { count: 12, unit: "hours" }],
    [86_400, { count: 24, unit: "hours" }],
    [31 * 86_400, { count: 31, unit: "days" }],
  ])("%d s", (seconds, span) => {
    expect(toSpan(seconds)).toEqual(span);
  });

  test.each([
    ["45", "seconds", 45],
    ["45", "minutes", 2700],
    [" 90 S ", "minutes", 90],
    ["30min", "seconds", 1800],
    ["1.5 h", "seconds", 5400],
    ["1,5 hours", "seconds", 5400],
    ["2 days", "seconds", 172_800],
    ["soon", "seconds", undefined],
    ["-5", "seconds", undefined],
    ["5 weeks", "seconds", undefined],
    ["", "seconds", undefined],
  ] as const)("reads %j in %s", (text, unit, seconds) => {
    expect(readSpan(text, unit)).toBe(seconds);
  });

  test("what is shown is read as what it was", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 * 86_400 }), (seconds) => {
        const { count, unit } = toSpan(seconds);
        const word = { seconds: "s", minutes: "min", hours: "h", days: "days" }[unit];
        expect(readSpan(`${count} ${word}`, "hours")).toBe(seconds);
      }),
    );
  });
});

describe("the page", () => {
  test("shows every setting once", () => {
    expect(sections.flatMap(({ settings }) => settings).toSorted()).toEqual(keys.toSorted());
  });

  test("has bounds for every number, and its default within them", () => {
    for (const key of keys) {
      const bounds = boundsOf(key);
      expect([key, bounds !== undefined]).toEqual([key, ["span", "count"].includes(kinds[key].kind)]);
      const value = defaults[key];
      if (bounds && typeof value === "number") {
        expect(value).toBeGreaterThanOrEqual(bounds.min);
        expect(value).toBeLessThanOrEqual(bounds.max);
      }
    }
    expect(spanOf("resumeMinutes", 15)).toEqual({ count: 15, unit: "minutes" });
    expect(spanOf("failuresPerName", 50)).toBeUndefined();
  });
});

describe("an entry", () => {
  test.each([
    ["desktopLeaseSeconds", "45", { value: 45 }],
    ["desktopLeaseSeconds", "2 min", { value: 120 }],
    ["desktopLeaseSeconds", "1", { fault: "too-small", bound: 2 }],
    ["desktopLeaseSeconds", "2 h", { fault: "too-large", bound: 3600 }],
    ["desktopLeaseSeconds", "a while", { fault: "no-span" }],
    ["desktopLeaseSeconds", " ", { fault: "missing" }],
    ["resumeMinutes", "20", { value: 20 }],
    ["resumeMinutes", "90 s", { fault: "not-whole" }],
    ["endAfterMissed", "", { value: null }],
    ["endAfterMissed", "3", { value: 3 }],
    ["endAfterMissed", "0", { fault: "too-small", bound: 1 }],
    ["endAfterMissed", "3.5", { fault: "no-count" }],
    ["dailySignOutAt", "3:00", { value: "03:00" }],
    ["dailySignOutAt", "25:00", { fault: "no-time" }],
    ["dailySignOutAt", "", { value: null }],
    ["dailyResetAt", "", { fault: "missing" }],
    ["timeZone", "America/New_York", { value: "America/New_York" }],
    ["timeZone", "Mars/Olympus", { fault: "no-zone" }],
    ["unknownVersion", "block", { value: "block" }],
  ] as const)("of %s: %j", (key, text, entry) => {
    expect(readEntry(key, text)).toEqual(entry);
  });
});

test("only what differs from what is stored is a change", () => {
  const drafts = {
    desktopLeaseSeconds: { text: "60 s", seen: 60 },
    resumeMinutes: { text: "20", seen: 15 },
    dailySignOutAt: { text: "late", seen: null },
  };
  expect(changesOf(drafts, defaults)).toEqual({
    patch: { resumeMinutes: 20 },
    seen: { resumeMinutes: 15 },
    faults: { dailySignOutAt: { fault: "no-time" } },
    count: 2,
  });
});
