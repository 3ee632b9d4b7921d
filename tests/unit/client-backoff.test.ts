import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "@/client/backoff";

test("the limit doubles with every attempt, up to half a minute", () => {
  expect([0, 1, 2, 6, 50].map((attempt) => backoffMs(attempt, 1))).toEqual([500, 1000, 2000, 30_000, 30_000]);
});

test("an app may come back at once", () => {
  expect(backoffMs(7, 0)).toBe(0);
});

test("never negative, never beyond half a minute", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const ms = backoffMs(attempt, random);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(30_000);
    }),
  );
});
