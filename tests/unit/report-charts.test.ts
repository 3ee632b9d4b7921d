import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { mostBars, topOf } from "@/lib/reports/bars";
import { chartOf } from "@/lib/reports/chart";
import { byStretch } from "@/lib/reports/endings";
import { stretchesBetween, stretchMs } from "@/lib/reports/stretches";

test.each([
  [[], { kind: "presence" }],
  [["agent", "date"], { kind: "presence" }],
  [["team", "platform"], { kind: "presence" }],
  [["appVersion"], { kind: "bars", column: "appVersion" }],
  [["team", "device", "os"], { kind: "bars", column: "device" }],
  [["date", "cause"], { kind: "days", column: "cause" }],
  [["logoutType", "appVersion"], { kind: "days", column: "logoutType" }],
  [["toString"], { kind: "presence" }],
])("grouped by %s", (group, expected) => {
  expect(chartOf(group)).toEqual(expected);
});

const hourMs = 3_600_000;

test.each([
  [24 * hourMs, 2 * 60_000],
  [7 * 24 * hourMs, hourMs / 4],
  [31 * 24 * hourMs, hourMs],
  [731 * 24 * hourMs, 24 * hourMs],
])("%d ms are divided as people reckon", (lengthMs, expected) => {
  expect(stretchMs(lengthMs, 750)).toBe(expected);
});

test("there are never more stretches than asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e11 }), fc.integer({ min: 1, max: 1000 }), (lengthMs, most) => {
      expect(Math.ceil(lengthMs / stretchMs(lengthMs, most))).toBeLessThanOrEqual(most);
    }),
  );
});

test("weeks begin when the reader's do, months on their first", () => {
  const [first, last] = [Temporal.PlainDate.from("2026-01-31"), Temporal.PlainDate.from("2026-03-01")];
  expect(stretchesBetween(first, last, "month", 1)).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
  expect(stretchesBetween(first, last, "week", 1).slice(0, 2)).toEqual(["2026-01-26", "2026-02-02"]);
  expect(stretchesBetween(first, last, "week", 7).at(-1)).toBe("2026-03-01");
  expect(stretchesBetween(first, last, "day", 1)).toHaveLength(30);
});

describe("the bars", () => {
  const bar = (rows: number) => ({ value: `v${rows}`, label: `v${rows}`, rows, ms: 10 * rows });
  const all = (count: number) => Array.from({ length: count }, (_, at) => bar(at + 1));

  test("are those with the most, and all others in one", () => {
    const { bars, others } = topOf(all(20));
    expect(bars.map(({ rows }) => rows)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9]);
    expect(others).toEqual({ values: 8, rows: 36, ms: 360 });
  });

  test("one other alone stands for itself", () => {
    expect(topOf(all(mostBars + 1))).toMatchObject({ bars: { length: mostBars + 1 }, others: null });
  });

  test("lose nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50).map(bar), { maxLength: 40 }), (given) => {
        const { bars, others } = topOf(given);
        const sum = (of: readonly { rows: number }[]) => of.reduce((total, { rows }) => total + rows, 0);
        expect(sum(bars) + (others?.rows ?? 0)).toBe(sum(given));
        expect(bars.length + (others?.values ?? 0)).toBe(given.length);
      }),
    );
  });
});

describe("endings", () => {
  const calendar = { zone: "Europe/Berlin", dayTurn: "00:00", weekStart: 1 };
  const at = (day: string) => new Date(`${day}T00:00:00+01:00`);
  const range = { from: at("2026-11-16"), to: at("2026-11-23"), asOf: at("2026-12-01"), calendar };
  const rows = (day: string, value: string, count: number) => ({ day, value, rows: count });

  test("have a bar for each day of the range, and for days outside of it that have any", () => {
    const { every, values, bars } = byStretch(
      [rows("2026-11-13", "", 1), rows("2026-11-16", "inactivity", 2), rows("2026-11-16", "", 3)],
      range,
    );
    expect(every).toBe("day");
    expect(values).toEqual(["", "inactivity"]);
    expect(bars.slice(0, 3)).toEqual([
      { day: "2026-11-13", counts: { "": 1 } },
      { day: "2026-11-16", counts: { "": 3, inactivity: 2 } },
      { day: "2026-11-17", counts: {} },
    ]);
    expect(bars.at(-1)?.day).toBe("2026-11-22");
  });

  test("have none for days that are yet to come", () => {
    const { bars } = byStretch([], { ...range, asOf: new Date(at("2026-11-18").getTime() + hourMs) });
    expect(bars.map(({ day }) => day)).toEqual(["2026-11-16", "2026-11-17", "2026-11-18"]);
  });

  test("are put together where days would be too many", () => {
    const from = at("2026-07-01");
    const told = byStretch([rows("2026-11-16", "inactivity", 2), rows("2026-11-18", "inactivity", 5)], {
      ...range,
      from,
    });
    expect(told.every).toBe("week");
    expect(told.bars.at(-1)).toEqual({ day: "2026-11-16", counts: { inactivity: 7 } });
    expect(byStretch([], { ...range, from: at("2025-01-01") }).every).toBe("month");
  });
});
