import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { landingBefore, moveItem } from "@/components/arrange/move";
import { elapsed, formatDuration, isoDuration } from "@/components/ui/duration";

describe("durations", () => {
  test.each([
    [0, "0:00"],
    [999, "0:00"],
    [250_000, "4:10"],
    [18_760_000, "5:12:40"],
    [360_000_000, "100:00:00"],
    [-5, "0:00"],
  ])("%d ms", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test("with its hours a short one stands in line with long ones", () => {
    expect(formatDuration(250_000, true)).toBe("0:04:10");
    expect(formatDuration(18_760_000, true)).toBe("5:12:40");
  });

  test("the text and its machine-readable form are the same time", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e10 }), (ms) => {
        const seconds = formatDuration(ms)
          .split(":")
          .reduce((total, part) => total * 60 + Number(part), 0);
        expect(isoDuration(ms)).toBe(`PT${seconds}S`);
      }),
    );
  });

  test.each([
    [10, { unit: "now" }],
    [2_000, { unit: "seconds", seconds: 2 }],
    [125_000, { unit: "minutes", minutes: 2 }],
    [18_760_000, { unit: "hours", hours: 5, minutes: 12 }],
    [200_000_000, { unit: "days", days: 2 }],
  ])("%d ms ago", (ms, expected) => {
    expect(elapsed(ms)).toEqual(expected);
  });
});

describe("moving", () => {
  const order = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });

  test("loses nothing and lands where it says", () => {
    fc.assert(
      fc.property(order, fc.nat(), fc.nat(), (list, from, to) => {
        const id = list[from % list.length] ?? "";
        const before = [...list, null][to % (list.length + 1)] ?? null;
        const moved = moveItem(list, id, before);
        expect([...moved].sort()).toEqual([...list].sort());
        if (id !== before) expect(moved[moved.indexOf(id) + 1] ?? null).toBe(before);
        else expect(moved).toEqual(list);
      }),
    );
  });

  test("held over something on its right it lands behind it, on its left before it", () => {
    expect(landingBefore(["a", "b", "c"], "a", "b")).toBe("c");
    expect(landingBefore(["a", "b", "c"], "a", "c")).toBeNull();
    expect(landingBefore(["a", "b", "c"], "c", "b")).toBe("b");
  });
});
