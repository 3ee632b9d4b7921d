import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCursor, parseCursor } from "@/lib/live/cursor";
import { fold } from "@/lib/live/fold";

const change = fc.record({ id: fc.constantFrom("a", "b", "c"), revision: fc.nat({ max: 9 }) });
const changes = fc.array(change);
type Change = { id: string; revision: number };

function folded(list: readonly Change[]) {
  const rows = new Map<string, Change>();
  return { rows, news: fold(rows, list) };
}

describe("fold", () => {
  test("late and repeated changes alter nothing, and are no news", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { rows } = folded(list);
        const before = new Map(rows);
        expect(fold(rows, list)).toEqual([]);
        expect(rows).toEqual(before);
      }),
    );
  });

  test("the order of arrival does not matter", () => {
    fc.assert(
      fc.property(changes, (list) => {
        expect(folded(list).rows).toEqual(folded(list.toReversed()).rows);
      }),
    );
  });

  test("holds the newest of each, which was news", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { rows, news } = folded(list);
        for (const [id, row] of rows) {
          const newest = Math.max(...list.filter((one) => one.id === id).map((one) => one.revision));
          expect(row.revision).toBe(newest);
          expect(news.findLast((one) => one.id === id)).toBe(row);
        }
      }),
    );
  });
});

test("a cursor survives its text, and is good for whoever sees the same teams", () => {
  const cursor = { epoch: "0190a6e2-7a7e-4000-8000-000000000001", horizon: "18446744073709551615" };
  for (const scope of ["all", [], ["billing", "sales"]] as const) {
    expect(parseCursor(formatCursor(cursor, scope), scope)).toEqual(cursor);
    expect(parseCursor(formatCursor(cursor, scope), ["billing"])).toBeNull();
  }
  expect(parseCursor(formatCursor(cursor, ["b", "a"]), ["a", "b"])).toEqual(cursor);
});

test.each([null, "", "1", "x.1", "0190a6e2-7a7e-4000-8000-000000000001.-1", "a.b.c"])(
  "%j is no cursor",
  (text) => {
    expect(parseCursor(text, "all")).toBeNull();
  },
);
