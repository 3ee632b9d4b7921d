import fc from "fast-check";
import { expect, test } from "vitest";
import { mostRows, partOf, partsOf, partWith } from "@/app/(console)/logs/[id]/_components/part";
import { both, rowsOf } from "@/app/(console)/logs/[id]/_components/rows";
import { formatLines, SomeLines } from "@/lib/logs/asked";
import { happeningsIn, type Placed } from "@/lib/logs/beside";
import { packMarks, unpackMarks } from "@/lib/logs/bits";

const happening = (before: number): Placed => ({
  at: "2026-11-27T08:00:00.000Z",
  before,
  what: { kind: "lost" },
});

const sortedNumbers = (max: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max }), { maxLength: 20 })
    .map((some) => some.toSorted((a, b) => a - b));

test("rows are the lines that are shown with what happened before each, as laying out all of them would have it", () => {
  const befores = fc.array(fc.integer({ min: 0, max: 32 }), { maxLength: 6 });
  const shown = fc.option(sortedNumbers(29), { nil: null });
  fc.assert(
    fc.property(fc.constant(30), shown, befores, (lines, numbers, given) => {
      const happenings = given.toSorted((a, b) => a - b).map(happening);
      const rows = rowsOf({ lines, numbers, happenings });
      const laidOut = Array.from({ length: lines + 1 }, (_, line) => [
        ...happenings.filter(({ before }) => (line === lines ? before >= lines : before === line)),
        ...(line < lines && (numbers === null || numbers.includes(line)) ? [line] : []),
      ]).flat();
      const told = Array.from({ length: rows.total }, (_, index) => {
        const row = rows.at(index);
        return row?.line ?? row?.happening;
      });
      expect(told).toEqual(laidOut);
      expect(rows.at(rows.total)).toBeUndefined();
      expect(rows.at(-1)).toBeUndefined();
      for (const line of numbers ?? Array.from({ length: lines }, (_, at) => at))
        expect(rows.at(rows.indexOf(line))).toEqual({ line });
    }),
  );
});

test("a line that is not shown leads to the next that is", () => {
  const rows = rowsOf({ lines: 100, numbers: [3, 50, 80], happenings: [happening(4)] });
  expect(rows.at(rows.indexOf(4))).toEqual({ line: 50 });
  expect(rows.at(rows.indexOf(50))).toEqual({ line: 50 });
});

test("more rows than a browser lays out are shown in parts", () => {
  const rows = rowsOf({ lines: 2 * mostRows + 10, numbers: null, happenings: [] });
  expect(partsOf(rows)).toBe(3);
  expect(partOf(rows, 2)).toMatchObject({ total: 10 });
  expect(partOf(rows, 1).at(0)).toEqual({ line: mostRows });
  expect(partOf(rows, 0).at(mostRows)).toBeUndefined();
  expect(partWith(rows, mostRows)).toBe(1);
  expect(partOf(rows, 1).indexOf(mostRows + 5)).toBe(5);
  const few = rowsOf({ lines: 5, numbers: null, happenings: [] });
  expect(partOf(few, 0)).toBe(few);
});

test("what two lists share", () => {
  fc.assert(
    fc.property(sortedNumbers(40), sortedNumbers(40), (some, others) => {
      expect(both(some, others)).toEqual(some.filter((number) => others.includes(number)));
    }),
  );
});

test("marks travel as bits and come back as they were", () => {
  fc.assert(
    fc.property(sortedNumbers(1000), fc.integer({ min: 0, max: 50_000 }), (some, first) => {
      const marks = some.map((number) => first + number);
      expect(unpackMarks(packMarks(marks, { first, end: first + 1001 }), first)).toEqual(marks);
    }),
  );
  expect(packMarks([], { first: 0, end: 500_000 }).length).toBeLessThan(84_000);
});

test("line numbers are asked for in ranges; what is no range, or too much, is refused", () => {
  expect(formatLines([0, 1, 2, 7, 9, 10])).toBe("0-2,7,9-10");
  expect(SomeLines.parse({ lines: "0-2,7" }).lines).toEqual([
    { from: 0, to: 3 },
    { from: 7, to: 8 },
  ]);
  for (const lines of ["", "5-2", "1,,2", "a", "0-500", "1-99999999999", "-1"])
    expect(SomeLines.safeParse({ lines }).success, lines).toBe(false);
});

test("what an agent did is told as moments, within the time of the log", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 27, 8, minute)).toISOString();
  const found = happeningsIn(
    {
      stays: [
        {
          id: "0199b0a0-0000-7000-8000-000000000001",
          platform: "mobile",
          app: "Mobile v2.17.60",
          os: null,
          device: "iPhone 8 Plus",
          from: at(0),
          to: at(30),
          cause: "connection_lost",
          lastSeen: true,
        },
      ],
      spans: [
        { from: at(5), to: at(10), state: "ready", reason: null },
        { from: at(10), to: at(20), state: null, reason: null },
        { from: at(20), to: at(40), state: "not_ready", reason: "Break" },
      ],
      handled: [
        {
          id: "one",
          channel: "voice",
          direction: "inbound",
          service: "Billing",
          from: at(6),
          to: null,
          missed: false,
          heldMs: 0,
          heldSince: null,
        },
      ],
      notices: [{ version: "v2.18.0", mandatory: true, madeAt: at(7), acknowledgedAt: at(50) }],
    },
    { from: at(1), to: at(40) },
  );
  expect(found.map(({ at, what }) => [at.slice(14, 16), what.kind])).toEqual([
    ["05", "state"],
    ["06", "began"],
    ["07", "told"],
    ["10", "lost"],
    ["20", "state"],
    ["30", "signed-out"],
  ]);
  expect(found[4]?.what).toEqual({ kind: "state", state: "not_ready", reason: "Break", back: true });
});
