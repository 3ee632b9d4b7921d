import { describe, expect, test } from "vitest";
import { Limits, limitFor, repeatedLimits } from "@/lib/teams/limits";

const limits = Limits.parse([
  { state: "after_call_work", minutes: 3 },
  { state: "not_ready", minutes: 60 },
  { state: "not_ready", reason: "Break", minutes: 15 },
]);

describe("the limit of a state", () => {
  test.each([
    ["after_call_work", null, 3],
    ["not_ready", "Break", 15],
    ["not_ready", "BREAK", 15],
    ["not_ready", "Ｂreak", 15],
    ["not_ready", "Lunch", 60],
    ["not_ready", null, 60],
    ["busy", null, null],
    ["ready", null, null],
  ] as const)("%s, %s: %s", (state, reason, minutes) => {
    expect(limitFor(limits, state, reason)).toBe(minutes);
  });

  test("of one reason says nothing of another", () => {
    const only = Limits.parse([{ state: "not_ready", reason: "Break", minutes: 15 }]);
    expect(limitFor(only, "not_ready", "Lunch")).toBeNull();
    expect(limitFor(only, "not_ready", null)).toBeNull();
  });

  test("does not depend on the order", () => {
    expect(limitFor(limits.toReversed(), "not_ready", "Break")).toBe(15);
  });
});

describe("a list of limits", () => {
  const broken = (list: unknown) =>
    Limits.safeParse(list).error?.issues.map(({ path, message }) => [path.join("."), message]);

  test("takes a reason with Not Ready alone", () => {
    expect(broken([{ state: "busy", reason: "Break", minutes: 1 }])).toEqual([
      ["0.reason", "goes with not_ready alone"],
    ]);
  });

  test("says nothing twice", () => {
    const twice = [
      { state: "not_ready", reason: "Break", minutes: 15 },
      { state: "busy", minutes: 15 },
      { state: "not_ready", reason: "break", minutes: 10 },
    ];
    expect(broken(twice)).toEqual([["2", "says twice what is limited"]]);
    expect(repeatedLimits(Limits.parse([]))).toEqual([]);
  });

  test.each([0, -1, 1.5, 1441])("has no limit of %s minutes", (minutes) => {
    expect(broken([{ state: "ready", minutes }])).toHaveLength(1);
  });
});
