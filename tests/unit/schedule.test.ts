import { expect, test } from "vitest";
import { lastDaily, nextDaily } from "@/lib/sessions/schedule";

const last = (time: string, now: string) => lastDaily(time, "Europe/Berlin", new Date(now)).toISOString();

test("today's turn if it has come, else yesterday's", () => {
  expect(last("03:00", "2026-11-22T02:00:00Z")).toBe("2026-11-22T02:00:00.000Z");
  expect(last("03:00", "2026-11-22T01:59:59.999Z")).toBe("2026-11-21T02:00:00.000Z");
});

test("a clock change moves it with the zone", () => {
  expect(last("03:00", "2026-07-01T12:00:00Z")).toBe("2026-07-01T01:00:00.000Z");
  // 02:30 does not exist on the last Sunday of March: it comes an hour later.
  expect(last("02:30", "2026-03-29T12:00:00Z")).toBe("2026-03-29T01:30:00.000Z");
  // And twice on the last Sunday of October: the first one counts.
  expect(last("02:30", "2026-10-25T12:00:00Z")).toBe("2026-10-25T00:30:00.000Z");
});

test("the next turn is later than now, also where that is tomorrow, and an hour longer or shorter", () => {
  const next = (time: string, now: string) => nextDaily(time, "Europe/Berlin", new Date(now)).toISOString();
  expect(next("03:00", "2026-11-22T01:59:59.999Z")).toBe("2026-11-22T02:00:00.000Z");
  expect(next("03:00", "2026-11-22T02:00:00Z")).toBe("2026-11-23T02:00:00.000Z");
  expect(next("12:00", "2026-03-28T11:00:00Z")).toBe("2026-03-29T10:00:00.000Z");
});
