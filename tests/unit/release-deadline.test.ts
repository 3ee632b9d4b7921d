import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SignOut, signOutMs, signOutNow, waveOf } from "@/lib/releases/deadline";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 18, minutes));
const waves: SignOut = { mode: "waves", wavePercent: 10, waveMinutes: 10 };
const told = { sinceMs: at(0).getTime(), toldMs: at(5).getTime(), graceMinutes: 15, wave: 0 };
const signOutAt = (given: Partial<typeof told> & { signOut: SignOut }) =>
  new Date(signOutMs({ ...told, ...given }));

describe("when somebody is signed out", () => {
  test("after the grace, from the later of mandatory and told", () => {
    const signOut: SignOut = { mode: "at_once" };
    expect(signOutAt({ signOut })).toEqual(at(20));
    expect(signOutAt({ signOut, sinceMs: at(30).getTime() })).toEqual(at(45));
  });

  test("in waves of a tenth every ten minutes", () => {
    expect([0, 999, 1000, 9999].map((bucket) => waveOf(bucket, waves))).toEqual([0, 0, 1, 9]);
    expect(signOutAt({ signOut: waves, wave: 3 })).toEqual(at(50));
    expect(waveOf(9999, { mode: "waves", wavePercent: 100, waveMinutes: 10 })).toBe(0);
  });

  test("at their own next sign-out, and by a last date", () => {
    expect(signOutAt({ signOut: { mode: "next_sign_out", by: at(300) } })).toEqual(at(300));
    expect(signOutAt({ signOut: { mode: "next_sign_out", by: at(0) } })).toEqual(at(20));
  });
});

describe("an interaction at the deadline", () => {
  const pending = { signOutAt: at(20), hardLimitMinutes: 120 };
  const none = { open: false, endedAt: null };

  test.each([
    [
      "before it nothing happens",
      pending,
      { open: true, endedAt: null },
      at(19),
      { kind: "not-yet", at: at(20) },
    ],
    ["on nothing: out", pending, none, at(20), { kind: "sign-out" }],
    [
      "one that ended before leaves nothing to wrap up",
      pending,
      { ...none, endedAt: at(19) },
      at(20),
      { kind: "sign-out" },
    ],
    [
      "an open one is waited for, up to the hard limit",
      pending,
      { open: true, endedAt: null },
      at(20),
      { kind: "drain", until: at(140) },
    ],
    [
      "without a limit to its end",
      { ...pending, hardLimitMinutes: null },
      { open: true, endedAt: null },
      at(900),
      { kind: "drain", until: null },
    ],
    [
      "then two minutes for wrapping up",
      pending,
      { ...none, endedAt: at(31) },
      at(32),
      { kind: "drain", until: at(33) },
    ],
    ["and out", pending, { ...none, endedAt: at(31) }, at(33), { kind: "sign-out" }],
    [
      "at the hard limit whatever is open",
      pending,
      { open: true, endedAt: null },
      at(140),
      { kind: "sign-out" },
    ],
    [
      "wrapping up does not pass it",
      pending,
      { ...none, endedAt: at(139) },
      at(139),
      { kind: "drain", until: at(140) },
    ],
  ] as const)("%s", (_, deadline, interactions, now, expected) => {
    expect(signOutNow(deadline, interactions, now)).toEqual(expected);
  });

  test("once somebody is due they stay due, if nothing new is begun", () => {
    const minutes = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(minutes, minutes, fc.option(minutes), (a, b, ended) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const interactions = { open: false, endedAt: ended === null ? null : at(ended) };
        if (signOutNow(pending, interactions, at(earlier)).kind !== "sign-out") return;
        expect(signOutNow(pending, interactions, at(later)).kind).toBe("sign-out");
      }),
    );
  });
});
