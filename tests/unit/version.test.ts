import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseVersion, versionKey } from "@/lib/releases/version";

describe("parseVersion", () => {
  test.each([
    ["2.17.60", "2.17.60", null],
    ["v2.17.60", "2.17.60", null],
    ["2.17.60 (2.62740)", "2.17.60", "2.62740"],
    ["v2.17.60 (2.62740)", "2.17.60", "2.62740"],
    ["V2.17.60(2.62740)", "2.17.60", "2.62740"],
    ["nightly", "nightly", null],
    ["v2 (a b)", "v2 (a b)", null],
  ])("%s", (sent, version, build) => {
    expect(parseVersion(sent)).toEqual({ version, build });
  });
});

const ordered = [
  ["1.9", "1.10"],
  ["2.17.58", "2.17.60"],
  ["2.17", "2.17.1"],
  ["2.17.60-beta.2", "2.17.60"],
  ["2.17.60-beta.2", "2.17.60-beta.11"],
  ["2.17.60-alpha", "2.17.60-beta"],
  ["2.17.60-1", "2.17.60-alpha"],
  ["2.17.60-alpha", "2.17.60-alpha.1"],
  ["2.17", "2.17.1-beta"],
  ["9.0", "10.0"],
] as const;

test.each(ordered)("%s is older than %s", (older, newer) => {
  expect(compare(older, newer)).toBeLessThan(0);
});

test.each(["nightly", "", "1.2.x", "1..2", "1.2.3.4.5.6.7.8.9", "1.1234567890123"])(
  "%j has no order",
  (version) => {
    expect(versionKey(version)).toBeNull();
  },
);

test("2.17 and 2.17.0 are the same", () => {
  expect(versionKey("2.17")).toBe(versionKey("2.17.0"));
});

test("keys sort as the numbers do", () => {
  const numbers = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(Math.sign(compare(a.join("."), b.join(".")))).toBe(Math.sign(compareNumbers(a, b)));
    }),
  );
});

/** Byte by byte, as collation "C" does. */
function compare(a: string, b: string) {
  return Buffer.compare(Buffer.from(versionKey(a) ?? ""), Buffer.from(versionKey(b) ?? ""));
}

function compareNumbers(a: number[], b: number[]) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
