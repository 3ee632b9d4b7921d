import fc from "fast-check";
import { expect, test } from "vitest";
import { openPace } from "@/lib/pace";

const pace = { everyMs: 100, earlyMs: 50 };

/** When each of these is let through, asked for the first time at `atMs` and again when told to. */
function letThrough(atMs: readonly number[]) {
  const turn = openPace(pace);
  let nowMs = 0;
  return atMs.map((at) => {
    nowMs = Math.max(nowMs, at);
    for (let waitMs = turn(nowMs); waitMs > 0; waitMs = turn(nowMs)) nowMs += waitMs;
    return nowMs;
  });
}

test("what comes at the pace is never held back, however late one of them was", () => {
  const jittered = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 200 });
  fc.assert(
    fc.property(jittered, (late) => {
      const asked = late.map((ms, turn) => turn * 100 + ms);
      expect(letThrough(asked)).toEqual(asked);
    }),
  );
});

test("no more than the pace goes through, and one, in any stretch", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 2, maxLength: 100 });
  fc.assert(
    fc.property(gaps, fc.nat(), fc.nat(), (between, a, b) => {
      let atMs = 0;
      const through = letThrough(between.map((gap) => (atMs += gap)));
      const [from, to] = [a % through.length, b % through.length].toSorted((one, other) => one - other);
      const tookMs = (through[to ?? 0] ?? 0) - (through[from ?? 0] ?? 0);
      expect((to ?? 0) - (from ?? 0)).toBeLessThanOrEqual((tookMs + pace.earlyMs) / pace.everyMs);
    }),
  );
});
