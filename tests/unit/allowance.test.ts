import { expect, test } from "vitest";
import { type Allowance, fullAllowance, spend } from "@/gateway/allowance";

/** How many of so many frames, one every so many ms, an app may send before it floods. */
function beforeFlood(frames: number, everyMs: number) {
  let allowance: Allowance = fullAllowance(0);
  for (let count = 0; count < frames; count++) {
    allowance = spend(allowance, count * everyMs);
    if (allowance.left < 0) return count;
  }
  return frames;
}

test("a burst is allowed, a flood is not", () => {
  expect(beforeFlood(10_000, 0)).toBe(256);
  expect(beforeFlood(10_000, 10)).toBeLessThan(500);
});

test("a busy app that keeps its pace may go on for ever", () => {
  expect(beforeFlood(10_000, 1000 / 32)).toBe(10_000);
});
