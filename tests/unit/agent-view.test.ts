import { describe, expect, test } from "vitest";
import { figuresAt } from "@/lib/agents/figures";
import { readAgentList } from "@/lib/agents/schema";
import { isPresent } from "@/lib/agents/state";
import { isBeyond, readLimits, shownIn, summaryOf } from "@/lib/agents/view";
import { agent, at, billing, noonMs } from "./agents";

const minuteMs = 60_000;
const none = readLimits({});
const breaks = readLimits({
  [billing]: [
    { state: "not_ready" as const, reason: "Break", minutes: 15 },
    { state: "after_call_work" as const, reason: null, minutes: 3 },
  ],
});
const onBreak = (minutes: number, more = {}) =>
  agent(1, { state: "not_ready", reason: "Break", stateSince: at(-minutes), ...more });

describe("the figures of an agent", () => {
  test("grow with the state that goes on, from the day's beginning at the earliest", () => {
    const { readyMs, inStateMs, loginMs, occupancy } = figuresAt(agent(1, { day: at(-60) }), noonMs);
    expect({ readyMs, inStateMs, loginMs, occupancy }).toEqual({
      readyMs: 60 * minuteMs,
      inStateMs: 240 * minuteMs,
      loginMs: 240 * minuteMs,
      occupancy: 0,
    });
  });

  test("stand still from when the app became unreachable, but for the length of the session", () => {
    const lost = agent(1, { unreachableSince: at(-30) });
    expect(figuresAt(lost, noonMs)).toMatchObject({ readyMs: 210 * minuteMs, inStateMs: 210 * minuteMs });
    expect(figuresAt(lost, noonMs)).toMatchObject({ loginMs: 240 * minuteMs });
  });

  test("of one who signed out are what they were", () => {
    const gone = agent(1, { open: false, logoutAt: at(-5) });
    expect(figuresAt(gone, noonMs)).toMatchObject({ readyMs: 0, inStateMs: null, loginMs: null });
  });

  test("never count backwards where a clock is a little late", () => {
    expect(figuresAt(agent(1, { stateSince: at(1), loginAt: at(1) }), noonMs)).toMatchObject({
      inStateMs: 0,
      loginMs: 0,
      readyMs: 0,
    });
  });
});

test("who signed out before the day turned is not listed, whatever day their figures are of", () => {
  const day = new Date(at(-720));
  expect(isPresent(agent(1), day)).toBe(true);
  expect(isPresent(agent(1, { open: false, logoutAt: at(-719) }), day)).toBe(true);
  expect(isPresent(agent(1, { open: false, logoutAt: at(-721), day: at(-2160) }), day)).toBe(false);
});

describe("limits", () => {
  test.each([
    [onBreak(15), false],
    [onBreak(16), true],
    [onBreak(60, { reason: "Lunch" }), false],
    [onBreak(60, { teamId: "another" }), false],
    [onBreak(60, { open: false }), false],
    [agent(1, { state: "after_call_work", stateSince: at(-4) }), true],
  ])("%#", (row, beyond) => {
    expect(isBeyond(row, breaks, noonMs)).toBe(beyond);
  });
});

describe("a list", () => {
  const shown = (address: string, row = agent(1)) =>
    shownIn(readAgentList(Object.fromEntries(new URLSearchParams(address))), breaks)(row, noonMs);
  const gone = agent(1, { open: false, logoutAt: at(-5) });

  test.each([
    ["", agent(1), true],
    ["state=busy", agent(1), false],
    ["state=ready", agent(1), true],
    ["platform=desktop", agent(1), false],
    [`team=${billing}`, agent(1), true],
    ["search=bil agent", agent(1), true],
    ["search=nobody", agent(1), false],
    ["search=agent-1", agent(1, { username: "agent-1" }), true],
    ["over=30", onBreak(30), false],
    ["over=30", onBreak(31), true],
    ["beyond=1", onBreak(14), false],
    ["beyond=1", onBreak(16), true],
    ["unreachable=1", agent(1), false],
    ["unreachable=1", agent(1, { unreachableSince: at(-30) }), true],
    ["unreachable=1", agent(1, { unreachableSince: at(-30), asleep: true }), false],
    ["updating=1", agent(1), false],
    ["updating=1", agent(1, { updatesAt: at(15) }), true],
    ["", gone, false],
    ["signedOut=1", gone, true],
    ["state=signed_out", gone, true],
    ["state=signed_out", agent(1), false],
    // What an address has wrong is passed over.
    ["state=asleep&over=-3&team=x", agent(1), true],
  ])("%s", (address, row, expected) => {
    expect(shown(address, row)).toBe(expected);
  });

  test("is counted above the grid", () => {
    const rows = [
      agent(1),
      onBreak(20),
      onBreak(5, { platform: "desktop" }),
      gone,
      agent(4, { unreachableSince: at(-30) }),
    ];
    expect(summaryOf(rows, breaks, noonMs)).toMatchObject({
      signedIn: 4,
      states: { ready: 2, busy: 0, after_call_work: 0, not_ready: 2 },
      mobile: 3,
      unreachable: 1,
      signedOut: 1,
      beyond: 1,
      longest: { stateSince: at(-20) },
    });
    expect(summaryOf([], none, noonMs)).toMatchObject({ signedIn: 0, longest: null });
  });

  test("is told with who updates when, and for whom that has come", () => {
    const updating = [30, 15, 45, -1, 3000].map((minutes, index) => agent(index, { updatesAt: at(minutes) }));
    expect(summaryOf([...updating, agent(9)], none, noonMs).updates).toEqual({
      ahead: 3,
      first: at(15),
      last: at(45),
      later: 1,
      waiting: 1,
    });
  });
});
