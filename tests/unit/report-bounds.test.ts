import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundText, readBound } from "@/app/(console)/reports/login-logout/_components/bounds";

const minuteMs = 60_000;
const zone = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
);

describe("a bound of a filter", () => {
  test("is read back as it was written: durations to the minute, shares to a hundredth of a percent", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (minutes) => {
        expect(readBound("duration", boundText("duration", minutes * minuteMs, "UTC"), "UTC")).toBe(
          minutes * minuteMs,
        );
      }),
    );
    fc.assert(
      fc.property(fc.nat(10_000), (hundredths) => {
        const share = hundredths / 10_000;
        expect(readBound("percent", boundText("percent", share, "UTC"), "UTC")).toBeCloseTo(share, 10);
      }),
    );
  });

  test("that is a moment is the clock's of the report's zone, but for the hour that a clock shows twice", () => {
    const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, zone, (at, zone) => {
        const minute = new Date(Math.floor(at.getTime() / minuteMs) * minuteMs);
        const text = boundText("moment", minute.toISOString(), zone);
        const read = readBound("moment", text, zone);
        // The first of two moments with the same name.
        expect(boundText("moment", read, zone)).toBe(text);
        expect(Date.parse(String(read))).toBeLessThanOrEqual(minute.getTime());
      }),
    );
  });

  test("that is nothing, or no number, is none", () => {
    expect(readBound("duration", " ", "UTC")).toBeUndefined();
    expect(readBound("count", "many", "UTC")).toBeUndefined();
    expect(readBound("percent", "-3", "UTC")).toBeUndefined();
    expect(readBound("percent", "12,5", "UTC")).toBe(0.125);
    expect(boundText("duration", undefined, "UTC")).toBe("");
  });
});
