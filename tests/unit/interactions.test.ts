import fc from "fast-check";
import { expect, test } from "vitest";
import { afterPhase, type Interaction } from "@/lib/seats/interactions";
import { type Phase, phases } from "@/lib/seats/schema";

const about = { externalId: "i1", channel: "voice", direction: "inbound", service: "Sales" } as const;
const at = (seconds: number) => new Date(seconds * 1000);

/** An interaction after phases, told one second after the other. */
function through(...told: Phase[]): Interaction | undefined {
  return told.reduce<Interaction | undefined>(
    (was, phase, index) => afterPhase(was, about, phase, at(index)) ?? was,
    undefined,
  );
}

test("offered, taken, held, resumed, ended", () => {
  expect(through("offered", "started", "held", "resumed", "ended")).toMatchObject({
    offeredAt: at(0),
    startedAt: at(1),
    endedAt: at(4),
    heldMs: 1000,
    heldSince: null,
    missed: false,
  });
});

test("ended on hold, the hold ends with it", () => {
  expect(through("started", "held", "ended")).toMatchObject({
    heldMs: 1000,
    heldSince: null,
    endedAt: at(2),
  });
});

test("missed is what was never taken", () => {
  expect(through("offered", "missed")).toMatchObject({ startedAt: null, missed: true, endedAt: at(1) });
  expect(through("missed")).toMatchObject({ offeredAt: at(0), missed: true });
  expect(through("started", "missed")).toMatchObject({ missed: false, endedAt: at(1) });
});

test("a call that comes back goes on, its absence held", () => {
  expect(through("started", "ended", "started")).toMatchObject({
    startedAt: at(0),
    endedAt: null,
    heldMs: 1000,
  });
  expect(through("offered", "missed", "started")).toMatchObject({
    startedAt: at(2),
    endedAt: null,
    missed: false,
  });
});

test("the end of what nobody heard of tells nothing", () => {
  expect(through("ended")).toBeUndefined();
  expect(afterPhase(through("started"), about, "offered", at(9))).toBeUndefined();
});

test("in whatever order phases come, times never turn around", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...phases), { minLength: 1, maxLength: 12 }), (told) => {
      const one = through(...told);
      if (!one) return;
      const begun = one.startedAt ?? one.offeredAt;
      expect(begun).not.toBeNull();
      if (one.endedAt) expect(one.endedAt.getTime()).toBeGreaterThanOrEqual(begun?.getTime() ?? Number.NaN);
      if (one.endedAt) expect(one.heldSince).toBeNull();
      expect(one.heldMs).toBeGreaterThanOrEqual(0);
      expect(one.heldMs).toBeLessThanOrEqual(told.length * 1000);
    }),
  );
});
