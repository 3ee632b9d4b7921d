import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AgentTimeline,
  cutToDay,
  figuresOfDay,
  type Handled,
  hoursAround,
  hoursOf,
  lanesOf,
  type Span,
  unknownSince,
} from "@/lib/agents/timeline";
import { dayFrom } from "@/lib/sessions/schedule";

const startMs = Date.parse("2026-11-22T00:00:00Z");
const at = (minutes: number) => new Date(startMs + minutes * 60_000).toISOString();
const nowMs = (minutes: number) => startMs + minutes * 60_000;
const day = { from: at(0), to: at(1440) };

const span = (from: number, to: number | null, state: Span["state"] = "ready"): Span => ({
  from: at(from),
  to: to === null ? null : at(to),
  state,
  reason: null,
});

const handled = (from: number, to: number | null, more: Partial<Handled> = {}): Handled => ({
  id: `${from}`,
  from: at(from),
  to: to === null ? null : at(to),
  channel: "voice",
  direction: "inbound",
  service: null,
  missed: false,
  heldMs: 0,
  heldSince: null,
  ...more,
});

const timeline = (given: Partial<AgentTimeline>): AgentTimeline => ({
  id: "00000000-0000-7000-8000-000000000001",
  username: "maria",
  name: "Maria Ortiz",
  team: "Billing",
  day: "2026-11-22",
  today: "2026-11-22",
  ...day,
  timeZone: "UTC",
  now: at(600),
  spans: [],
  stays: [],
  handled: [],
  ...given,
});

const minutesOf = (spans: readonly Span[], now: number) =>
  cutToDay(spans, day, nowMs(now)).map(({ fromMs, toMs, going }) => [
    (fromMs - startMs) / 60_000,
    (toMs - startMs) / 60_000,
    going,
  ]);

test("stretches are cut to the day, and what goes on ends now", () => {
  const spans = [span(-60, -30), span(-30, 10), span(10, 20), span(20, null)];
  expect(minutesOf(spans, 25)).toEqual([
    [0, 10, false],
    [10, 20, false],
    [20, 25, true],
  ]);
  // Two days later the day is whole, and over.
  expect(minutesOf([span(20, null)], 3000)).toEqual([[20, 1440, false]]);
  expect(minutesOf([span(1400, 1500)], 3000)).toEqual([[1400, 1440, false]]);
  expect(minutesOf([span(1440, 1500)], 3000)).toEqual([]);
});

test("one that has only just begun is there, and so is a call that rang for no time", () => {
  expect(minutesOf([span(30, null)], 30)).toEqual([[30, 30, true]]);
  expect(cutToDay([handled(5, 5, { missed: true })], day, nowMs(30))).toHaveLength(1);
  expect(cutToDay([handled(-5, -5)], day, nowMs(30))).toEqual([]);
});

test("from when an app is out of reach its time is unknown, whatever is written after", () => {
  expect(unknownSince([span(0, 10), span(10, 40), span(40, null)], at(20))).toEqual([
    span(0, 10),
    span(10, 20),
    span(20, null, null),
  ]);
  expect(unknownSince([span(0, null)], null)).toEqual([span(0, null)]);
});

test("an interaction counts for the day on which it ends, whole; a missed one and one that goes on do not", () => {
  const figures = figuresOfDay(
    timeline({
      spans: [span(-10, 5, "busy"), span(5, 8, "after_call_work"), span(8, 20), span(20, null, null)],
      handled: [
        handled(-20, 5),
        handled(6, 7, { direction: "outbound" }),
        handled(6, 6, { missed: true }),
        handled(8, null),
        handled(1430, 1450),
      ],
    }),
    nowMs(30),
  );
  expect(figures).toMatchObject({
    busyMs: 5 * 60_000,
    afterCallWorkMs: 3 * 60_000,
    readyMs: 12 * 60_000,
    unknownMs: 10 * 60_000,
    handledIn: 1,
    handledOut: 1,
    interactionMs: 26 * 60_000,
    occupancy: 8 / 20,
    avgHandleMs: 14.5 * 60_000,
  });
});

test("what goes on at the same time stands side by side, and in as few lanes as there are at once", () => {
  const cuts = fc
    .array(fc.record({ fromMs: fc.nat(200), length: fc.integer({ min: 1, max: 60 }) }), { maxLength: 40 })
    .map((all) =>
      all
        .map(({ fromMs, length }) => ({ fromMs, toMs: fromMs + length }))
        .toSorted((a, b) => a.fromMs - b.fromMs),
    );
  fc.assert(
    fc.property(cuts, (all) => {
      const lanes = lanesOf(all);
      const atOnce = all.map(
        ({ fromMs }) => all.filter((one) => one.fromMs <= fromMs && one.toMs > fromMs).length,
      );
      expect(Math.max(-1, ...lanes) + 1).toBe(Math.max(0, ...atOnce));
      for (const [i, a] of all.entries())
        for (const [j, b] of all.entries())
          if (i < j && lanes[i] === lanes[j]) expect(b.fromMs).toBeGreaterThanOrEqual(a.toMs);
    }),
  );
});

test("the axis has the hours of the reader's clock: one less in March, one twice in October", () => {
  const hours = (date: string, zone = "Europe/Berlin") => {
    const { from, to } = dayFrom("00:00", "Europe/Berlin", date);
    const range = { from: from.toISOString(), to: to.toISOString() };
    return hoursOf(range, zone).map(({ hour }) => hour);
  };
  expect(hours("2026-03-29").slice(0, 5)).toEqual([0, 1, 3, 4, 5]);
  expect(hours("2026-10-25").slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
  expect(hours("2026-11-22")).toHaveLength(25);
  // Where the clock is half an hour off, so are the lines.
  expect(hours("2026-11-22", "Asia/Kolkata").slice(0, 2)).toEqual([5, 6]);
});

test("the hours that somebody was here are full ones, within the day", () => {
  const hours = hoursOf(day, "UTC");
  const around = (from: number, to: number) => {
    const cut = { fromMs: nowMs(from), toMs: nowMs(to) };
    const { fromMs, toMs } = hoursAround([cut], day, hours);
    return [(fromMs - startMs) / 3_600_000, (toMs - startMs) / 3_600_000];
  };
  expect(around(490, 1025)).toEqual([8, 18]);
  expect(around(480, 480)).toEqual([8, 9]);
  expect(around(0, 1440)).toEqual([0, 24]);
  expect(hoursAround([], day, hours)).toEqual({ fromMs: startMs, toMs: startMs + 86_400_000 });
  // A day that turns at half past has ends that are no full hours.
  const half = { from: at(30), to: at(1470) };
  const { fromMs, toMs } = hoursAround(
    [{ fromMs: nowMs(40), toMs: nowMs(1465) }],
    half,
    hoursOf(half, "UTC"),
  );
  expect([fromMs, toMs]).toEqual([nowMs(30), nowMs(1470)]);
});
