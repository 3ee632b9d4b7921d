import { describe, expect, test } from "vitest";
import { Problem } from "@/client/problem";
import type { Session } from "@/client/protocol";
import { createWork } from "@/client/work";

const start = Date.parse("2026-11-22T09:00:00.000Z");
const timeAt = (seconds: number) => new Date(start + seconds * 1000).toISOString();

const session: Session = {
  sessionId: "s1",
  user: { username: "maria", name: "Maria Ortiz", team: "Billing" },
  loginAt: timeAt(0),
  state: "not_ready",
  reason: null,
  stateSince: timeAt(0),
  forced: null,
  interactions: [],
  notReadyReasons: [],
  notices: [],
  logging: null,
};
const call = { interactionId: "c1", channel: "voice", direction: "inbound" } as const;
const forced = {
  state: "not_ready",
  reason: "Meeting",
  by: "Ana Petrova",
  message: null,
  at: timeAt(20),
} as const;

function anAgent() {
  let seconds = 0;
  const work = createWork(session, () => start + seconds * 1000);
  const sent = () => work.toSend({ again: false }).map((frame) => String("id" in frame && frame.id));
  return {
    work,
    at(second: number) {
      seconds = second;
    },
    /** The gateway's view, as a sync's answer tells it. */
    hear: (current: Partial<Session> = {}) =>
      work.heard({ session: { ...session, ...current }, now: undefined }),
    /** Stored without delay. */
    tell(frame: Parameters<typeof work.add>[0]) {
      void work.add(frame);
      return sent().map(work.stored);
    },
    sent,
  };
}

describe("what a sync claims", () => {
  test("nothing before the gateway has told its view", () => {
    expect(anAgent().work.claims()).toEqual({});
  });

  test("the state and the open interactions, each with its age", () => {
    const { work, at, hear, tell } = anAgent();
    hear();
    tell({ type: "state", state: "busy" });
    tell({ type: "interaction", phase: "offered", ...call, service: "Invoices" });
    at(4);
    tell({ type: "interaction", phase: "started", ...call });
    tell({ type: "interaction", phase: "held", ...call });
    at(10);
    expect(work.claims()).toEqual({
      state: "busy",
      interactions: [{ ...call, phase: "held", service: "Invoices", ageMs: 6000 }],
    });
  });

  test("nothing about what waits: it may be stored already", () => {
    const { work, hear } = anAgent();
    hear();
    void work.add({ type: "state", state: "ready" });
    expect(work.claims()).toEqual({ interactions: [] });
    void work.add({ type: "interaction", phase: "offered", ...call });
    expect(work.claims()).toEqual({});
  });

  test("the answer may come after that to what followed", () => {
    const { work, hear, tell } = anAgent();
    work.asked();
    tell({ type: "interaction", phase: "started", ...call });
    tell({ type: "state", state: "busy" });
    hear();
    expect(work.session).toMatchObject({ state: "busy", interactions: [call] });
  });

  test("in a new session everything as it was stored in the last, then what waits", () => {
    const { work, at, hear, tell } = anAgent();
    hear();
    tell({ type: "interaction", phase: "started", ...call });
    void work.add({ type: "interaction", phase: "ended", ...call });
    at(300);
    work.continueIn({ ...session, sessionId: "s2", loginAt: timeAt(300) });
    expect(work.claims()).toEqual({
      state: "not_ready",
      interactions: [{ ...call, phase: "started", ageMs: 300_000 }],
    });
    expect(work.session).toMatchObject({ sessionId: "s2", interactions: [] });
    expect(work.toSend({ again: true })).toHaveLength(1);
  });
});

describe("interactions", () => {
  test("count before they are stored; a refused one never was", () => {
    const { work, sent } = anAgent();
    void work.add({ type: "interaction", phase: "offered", ...call }).catch(() => {});
    expect(work.session.interactions).toMatchObject([{ ...call, phase: "offered", offeredAt: timeAt(0) }]);
    const [id = ""] = sent();
    work.refused(id, new Problem("invalid-request"));
    expect(work.session.interactions).toEqual([]);
  });

  test("go through their phases", () => {
    const { work, at, tell } = anAgent();
    const phase = () => work.session.interactions[0]?.phase;
    tell({ type: "interaction", phase: "offered", ...call });
    at(3);
    tell({ type: "interaction", phase: "started", ...call });
    expect(work.session.interactions[0]).toMatchObject({ offeredAt: timeAt(0), startedAt: timeAt(3) });
    tell({ type: "interaction", phase: "held", ...call });
    expect(phase()).toBe("held");
    tell({ type: "interaction", phase: "resumed", ...call });
    expect(phase()).toBe("started");
    tell({ type: "interaction", phase: "offered", ...call });
    expect(phase()).toBe("started");
    tell({ type: "interaction", phase: "ended", ...call });
    tell({ type: "interaction", phase: "ended", ...call });
    expect(work.session.interactions).toEqual([]);
  });

  test("what is known of an open one need not be said again", () => {
    const { work, tell } = anAgent();
    tell({ type: "interaction", phase: "offered", ...call, service: "Invoices" });
    expect(work.complete({ interactionId: "c1", phase: "missed" })).toEqual({
      ...call,
      phase: "missed",
      service: "Invoices",
    });
    expect(() => work.complete({ interactionId: "c2", phase: "ended" })).toThrow("unknown-interaction");
  });
});

describe("a forced state", () => {
  test("is the state, and is news once", () => {
    const { work, hear } = anAgent();
    expect(work.forced(forced)).toBe(true);
    expect(work.session).toMatchObject({ state: "not_ready", reason: "Meeting", forced });
    expect(hear({ forced })).toBeUndefined();
  });

  test("that came while nobody could be told is told with the gateway's view", () => {
    const { hear } = anAgent();
    expect(hear({ forced })).toEqual(forced);
  });

  test("ends with the agent's next state", () => {
    const { work, at, tell } = anAgent();
    work.forced(forced);
    at(30);
    expect(tell({ type: "state", state: "ready" })).toEqual([false]);
    expect(work.session).toMatchObject({ state: "ready", stateSince: timeAt(30), forced: null });
  });

  test("stands against a state that was told late; the gateway is asked which came first", () => {
    const { work, at, sent } = anAgent();
    at(10);
    void work.add({ type: "state", state: "busy" });
    const [id = ""] = sent();
    work.forced(forced);
    expect(work.stored(id)).toBe(true);
    expect(work.session).toMatchObject({ state: "not_ready", forced });
  });
});

describe("a notice of an update", () => {
  const notice = {
    noticeId: "n1",
    kind: "recommended",
    release: { version: "2.18.0", build: null, notes: "", storeUrl: null, artifacts: [] },
    distribution: "store",
    minimumOs: null,
    signOutAt: null,
    draining: false,
    message: "Version 2.18.0 is here.",
  } as const;
  const told = ({ work }: ReturnType<typeof anAgent>) => work.toSend({ again: true });

  test("is confirmed once, however often and by whichever way it comes", () => {
    const agent = anAgent();
    agent.hear({ notices: [notice] });
    agent.work.noticed({ ...notice, message: "Changed." });
    agent.hear({ notices: [{ ...notice, message: "Changed." }] });
    expect(told(agent)).toMatchObject([{ type: "notice", noticeId: "n1", action: "received" }]);
    expect(agent.work.session.notices).toMatchObject([{ message: "Changed." }]);
  });

  test("that is put off is gone at once, and stays so; withdrawn, it goes", () => {
    const agent = anAgent();
    agent.work.noticed(notice);
    void agent.work.add({ type: "notice", noticeId: "n1", action: "later" });
    expect(agent.work.session.notices).toEqual([]);
    agent.work.asked();
    agent.sent().map(agent.work.stored);
    agent.hear({ notices: [notice] });
    expect(agent.work.session.notices).toEqual([]);
    agent.work.noticed({ ...notice, noticeId: "n2", kind: "mandatory" });
    void agent.work.add({ type: "notice", noticeId: "n2", action: "later" });
    expect(agent.work.session.notices).toMatchObject([{ noticeId: "n2" }]);
    agent.work.noticeWithdrawn("n2");
    expect(agent.work.session.notices).toEqual([]);
  });
});
