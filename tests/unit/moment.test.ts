import { describe, expect, test } from "vitest";
import { formatDay, formatExact, formatMoment, formatMomentBeside } from "@/components/ui/moment";

const now = "2026-11-22T11:00:00Z";
const reader = { now, locale: "en-GB", timeZone: "Europe/Berlin" };

describe("formatMoment", () => {
  test.each([
    ["2026-11-22T07:58:14Z", "Today 08:58"],
    ["2026-11-21T23:30:00Z", "Today 00:30"],
    ["2026-11-21T22:30:00Z", "Yesterday 23:30"],
    ["2026-11-20T07:55:00Z", "Fri 08:55"],
    ["2026-11-15T07:55:00Z", "15 Nov 08:55"],
    ["2026-01-03T07:55:00Z", "3 Jan 08:55"],
    ["2025-01-03T07:55:00Z", "3 Jan 2025 08:55"],
    ["2026-11-23T07:55:00Z", "23 Nov 08:55"],
  ])("%s", (at, text) => {
    expect(formatMoment(at, reader)).toBe(text);
  });

  test("with seconds", () => {
    expect(formatMoment("2026-11-22T07:58:14Z", reader, true)).toBe("Today 08:58:14");
  });

  test("the reader's zone decides what day it is", () => {
    expect(formatMoment("2026-11-21T23:30:00Z", { ...reader, timeZone: "America/New_York" })).toBe(
      "Yesterday 18:30",
    );
  });

  test("a day of 25 hours is one day", () => {
    const after = { ...reader, now: "2026-10-26T07:00:00Z" };
    expect(formatMoment("2026-10-24T22:30:00Z", after)).toBe("Yesterday 00:30");
  });
});

test("a logout on the day of its login is a time alone", () => {
  expect(formatMomentBeside("2026-11-20T16:04:00Z", "2026-11-20T07:55:00Z", reader)).toBe("17:04");
  expect(formatMomentBeside("2026-11-21T01:04:00Z", "2026-11-20T07:55:00Z", reader)).toBe("Yesterday 02:04");
});

test("a day says its year where it is another", () => {
  expect(formatDay("2026-01-03T07:55:00Z", reader)).toBe("3 Jan");
  expect(formatDay("2025-12-31T23:30:00Z", reader)).toBe("1 Jan");
  expect(formatDay("2025-12-31T22:30:00Z", reader)).toBe("31 Dec 2025");
});

test("the exact time says its zone", () => {
  expect(formatExact("2026-11-20T07:55:03Z", reader)).toMatch(
    /^Friday,? 20 November 2026, 08:55:03 Europe\/Berlin$/,
  );
});

test("the reader's clock comes with the locale", () => {
  const twelve = { ...reader, locale: "en-GB-u-hc-h12" };
  expect(formatMoment("2026-11-22T07:58:14Z", twelve)).toBe("Today 8:58 am");
  expect(formatMoment("2026-11-21T23:30:00Z", twelve)).toBe("Today 12:30 am");
  expect(formatExact("2026-11-22T13:58:14Z", twelve)).toBe(
    "Sunday, 22 November 2026, 2:58:14 pm Europe/Berlin",
  );
});
