import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCursor, parseCursor } from "@/lib/live/cursor";
import { fold } from "@/lib/live/fold";

const change = fc.record({ id: fc.constantFrom("a", "b", "c"), revision: fc.nat({ max: 9 }) });
const changes = fc.array(change);
const empty = new Map<string, { id: string; revision: number }>();

describe("fold", () => {
  test("late and repeated changes alter nothing", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const once = fold(empty, list);
        expect(fold(once, list)).toBe(once);
      }),
    );
  });

  test("the order of arrival does not matter", () => {
    fc.assert(
      fc.property(changes, (list) => {
        expect(fold(empty, list)).toEqual(fold(empty, list.toReversed()));
      }),
    );
  });

  test("holds the newest of each", () => {
    fc.assert(
      fc.property(changes, (list) => {
        for (const [id, row] of fold(empty, list)) {
          expect(row.revision).toBe(
            Math.max(...list.filter((one) => one.id === id).map((one) => one.revision)),
          );
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
