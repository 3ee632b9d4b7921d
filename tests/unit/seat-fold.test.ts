import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldEvent, type SeatEvent, unchanged } from "@/lib/seats/fold";
import { at, attach, clock, foldAll, frame, phone, state, told } from "./seats";

describe("a late frame", () => {
  test("is dated back by its age and marked", () => {
    const folded = foldAll(phone, [600, attach], [600, state("busy", 500_000)]);
    expect(told(folded)).toEqual([[100, "busy", true]]);
    expect(folded.seat).toMatchObject({ state: "busy", stateSince: at(100), frameAt: at(100) });
  });

  test("is never dated before the last sign of life, nor before the frame before it", () => {
    const seen = { ...phone, lastSeenAt: at(300), floorAt: at(300) };
    const folded = foldAll(
      seen,
      [600, attach],
      [600, state("busy", 500_000)],
      [600, state("ready", 550_000)],
    );
    expect(told(folded)).toEqual([
      [300, "busy", true],
      [300.001, "ready", true],
    ]);
  });

  test("never reaches behind a forced state, nor answers one; a state told in touch does", () => {
    const forced = foldAll(phone, [
      400,
      { kind: "force", state: { state: "not_ready", reason: "Meeting" }, by: { kind: "person", id: "x" } },
    ]).seat;
    const behind = foldAll(forced, [600, attach], [600, state("busy", 500_000)]);
    expect(behind.seat).toMatchObject({ state: "not_ready", reason: "Meeting", forcedById: "x" });
    // Chosen later, but by somebody who could not know of it.
    const unaware = foldAll(forced, [600, attach], [600, state("busy", 100_000)]);
    expect(unaware.seat).toMatchObject({ state: "not_ready", forcedById: "x" });
    const answered = foldAll(forced, [600, attach], [610, state("busy")]);
    expect(answered.seat).toMatchObject({
      state: "busy",
      stateSince: at(610),
      forcedAt: null,
      forcedById: null,
    });
  });

  test("a client whose clock is years off changes nothing: ages are all that counts", () => {
    const folded = foldAll(phone, [600, attach], [600, state("busy", 1e15)]);
    expect(told(folded)).toEqual([[0.001, "busy", true]]);
  });
});

describe("a sync", () => {
  test("tells the state, but does not undo a forced one", () => {
    const sync = frame({ type: "sync", state: "busy" });
    expect(foldAll(phone, [10, sync]).seat.state).toBe("busy");
    const force: SeatEvent = {
      kind: "force",
      state: { state: "not_ready", reason: null },
      by: { kind: "rule", id: null },
    };
    expect(foldAll(phone, [5, force], [10, sync]).seat).toMatchObject({
      state: "not_ready",
      forcedAt: at(5),
    });
  });

  test("without a state claims nothing, and late frames still follow it", () => {
    const folded = foldAll(
      phone,
      [600, attach],
      [600, frame({ type: "sync" })],
      [600, state("busy", 300_000)],
    );
    expect(told(folded)).toEqual([[300, "busy", true]]);
  });

  test("that confirms what is known is no mark: what waited may still be dated back", () => {
    const open = foldAll(phone, [
      1,
      frame({ type: "interaction", interactionId: "a", phase: "started", ...call }),
    ]).seat;
    const sync = frame({
      type: "sync",
      state: "ready",
      interactions: [{ interactionId: "a", phase: "started", ...call }],
    });
    const ended = frame({ type: "interaction", interactionId: "a", phase: "ended", ...call, ageMs: 300_000 });
    const { seat } = foldAll(open, [600, attach], [600, sync], [600, ended]);
    expect(seat.interactions.get("a")?.endedAt).toEqual(at(300));
  });

  const call = { channel: "voice", direction: "inbound", service: "Sales" };

  test("closes what it does not list and opens what it lists", () => {
    const list = (...ids: string[]) =>
      frame({
        type: "sync",
        interactions: ids.map((interactionId) => ({ interactionId, phase: "started", ...call })),
      });
    const { seat } = foldAll(phone, [10, list("a", "b")], [20, list("b", "c")], [30, list("b", "c")]);
    const ends = [...seat.interactions.values()].map((one) => [one.externalId, one.startedAt, one.endedAt]);
    expect(ends).toEqual([
      ["a", at(10), at(20)],
      ["b", at(10), null],
      ["c", at(20), null],
    ]);
    expect(seat.openInteractions).toBe(2);
    expect(foldAll(seat, [40, frame({ type: "sync" })]).seat.openInteractions).toBe(2);
  });
});

describe("after long silence", () => {
  test("the time since the last sign of life is unknown, then the state goes on", () => {
    const folded = foldAll({ ...phone, lastSeenAt: at(100), floorAt: at(100) }, [4000, attach]);
    expect(told(folded)).toEqual([
      [100, null, false],
      [4000, "ready", false],
    ]);
    expect(folded.replacedFrom).toEqual(at(100));
  });

  test("a shorter silence keeps its state", () => {
    expect(told(foldAll(phone, [1800, attach]))).toEqual([]);
  });

  test("late frames fill it from the moment they tell of, also in a later batch and after another break", () => {
    const back = foldAll({ ...phone, lastSeenAt: at(100), floorAt: at(100) }, [4000, attach]).seat;
    const again = foldAll(back, [4010, attach]).seat;
    const folded = foldAll(
      again,
      [4010, state("busy", 2_010_000)],
      [4010, state("after_call_work", 1_010_000)],
    );
    expect(told(folded)).toEqual([
      [2000, "busy", true],
      [3000, "after_call_work", true],
    ]);
    // What was only assumed makes way; the unknown time before stays.
    expect(folded.replacedFrom).toEqual(at(2000));
  });

  test("a state told at the last sign of life itself keeps its millisecond", () => {
    const folded = foldAll({ ...phone, stateSince: at(100), frameAt: at(100), lastSeenAt: at(100) }, [
      4000,
      attach,
    ]);
    expect(told(folded)[0]).toEqual([100.001, null, false]);
  });
});

test("several changes at one moment are all kept, a millisecond apart", () => {
  const folded = foldAll(phone, [5, state("busy")], [5, state("ready")], [5, state("not_ready")]);
  expect(told(folded).map(([second]) => second)).toEqual([5, 5.001, 5.002]);
});

test("a frame is folded once; the last 32 are remembered", () => {
  const one = state("busy");
  const once = foldEvent(unchanged(phone), one, clock(1));
  expect(once.outcome).toBe("stored");
  expect(foldEvent(once.next, one, clock(2))).toEqual({ next: once.next, outcome: "repeated" });
});

test("more than 32 open interactions are too many", () => {
  const ring = (id: number) =>
    frame({
      type: "interaction",
      interactionId: `i${id}`,
      phase: "started",
      channel: "chat",
      direction: "inbound",
    });
  const full = foldAll(phone, ...Array.from({ length: 32 }, (_, id): [number, SeatEvent] => [id, ring(id)]));
  expect(foldEvent(full, ring(99), clock(40)).outcome).toBe("too-many-interactions");
});

test("whatever an app tells, and however late, its time only moves forward", () => {
  const states = fc.constantFrom("ready", "busy", "not_ready", "after_call_work");
  const step = fc.record({
    afterSeconds: fc.integer({ min: 0, max: 5000 }),
    event: fc.oneof(
      fc.constant(attach),
      fc
        .record({ name: states, ageMs: fc.integer({ min: 0, max: 9_000_000 }) })
        .map((one) => state(one.name, one.ageMs)),
      states.map((name) => frame({ type: "sync", state: name })),
      fc.constant<SeatEvent>({
        kind: "force",
        state: { state: "ready", reason: null },
        by: { kind: "rule", id: null },
      }),
    ),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let now = 10;
      const stored = new Map<number, unknown>([[0, "ready"]]);
      let seat = phone;
      for (const { afterSeconds, event } of steps) {
        now += afterSeconds;
        const folded = foldAll(seat, [now, event]);
        const from = folded.replacedFrom?.getTime();
        if (from !== undefined) for (const start of stored.keys()) if (start >= from) stored.delete(start);
        for (const one of folded.intervals) {
          // A primary key would refuse it.
          expect(stored.has(one.startedAt.getTime())).toBe(false);
          stored.set(one.startedAt.getTime(), one.state);
        }
        seat = folded.seat;
        const [last, state] = [...stored].sort(([a], [b]) => a - b).at(-1) ?? [];
        expect([last, state]).toEqual([seat.stateSince.getTime(), seat.state]);
        expect(seat.frameAt.getTime()).toBeLessThanOrEqual(now * 1000 + steps.length);
        expect(stored.get(0)).toBeDefined();
      }
    }),
  );
});
