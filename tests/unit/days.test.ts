import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysSignedIn } from "@/lib/sessions/days";

const hourMs = 3_600_000;
const berlin = { timeZone: "Europe/Berlin", now: new Date("2026-11-22T11:00:00Z"), count: 14 };
const stay = (from: string, to: string, platform: "desktop" | "mobile" = "desktop") => ({
  platform,
  from: new Date(from),
  to: new Date(to),
});

test("the last days of the zone, today included, oldest first", () => {
  const days = daysSignedIn([], berlin);
  expect(days).toHaveLength(14);
  expect([days[0]?.day, days[13]?.day]).toEqual(["2026-11-09", "2026-11-22"]);
});

test("a stay across midnight counts on both days", () => {
  const days = daysSignedIn([stay("2026-11-20T21:00:00Z", "2026-11-21T01:00:00Z", "mobile")], berlin);
  expect(days.find(({ day }) => day === "2026-11-20")).toMatchObject({ mobileMs: 2 * hourMs, desktopMs: 0 });
  expect(days.find(({ day }) => day === "2026-11-21")).toMatchObject({ mobileMs: 2 * hourMs });
});

describe("days of a clock change have the length that they have", () => {
  test.each([
    ["2026-10-25", 25],
    ["2026-03-29", 23],
    ["2026-10-24", 24],
  ])("%s", (day, hours) => {
    const around = { ...berlin, now: new Date(Date.parse(day) + 48 * hourMs), count: 3 };
    const long = stay("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z");
    expect(daysSignedIn([long], around).find((one) => one.day === day)?.desktopMs).toBe(hours * hourMs);
  });
});

test("the days add up to the stays, cut at the first day and at now", () => {
  const time = fc.integer({
    min: berlin.now.getTime() - 30 * 24 * hourMs,
    max: berlin.now.getTime() + hourMs,
  });
  const first = new Date("2026-11-08T23:00:00Z").getTime();
  fc.assert(
    fc.property(fc.array(fc.tuple(time, time)), (pairs) => {
      const stays = pairs.map(([a, b]) => ({
        platform: "desktop" as const,
        from: new Date(Math.min(a, b)),
        to: new Date(Math.max(a, b)),
      }));
      const total = daysSignedIn(stays, berlin).reduce((sum, day) => sum + day.desktopMs, 0);
      const clip = (ms: number) => Math.min(Math.max(ms, first), berlin.now.getTime());
      const expected = stays.reduce(
        (sum, { from, to }) => sum + clip(to.getTime()) - clip(from.getTime()),
        0,
      );
      expect(total).toBe(expected);
    }),
  );
});
