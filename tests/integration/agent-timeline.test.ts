import { expect, test } from "vitest";
import { agentTimeline } from "@/lib/agents/history";
import { figuresOfDay } from "@/lib/agents/timeline";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { forceState } from "@/lib/seats/commands";
import { signOut } from "@/lib/sessions/commands";
import { sweepUnreachable } from "@/lib/sessions/sweep";
import { changeSettings } from "@/lib/settings/commands";
import { atNight, minuteMs, night } from "./night";
import { desktop, person, signedIn, tell } from "./people";

const clock = atNight();
const { wait } = clock;

const at = (minutes: number) => new Date(night.getTime() + minutes * minuteMs).toISOString();

async function agent() {
  const user = await person();
  const begin = async (given: Parameters<typeof signedIn>[1] = {}) => {
    const { sessionId } = await signedIn(user.username, given);
    return { id: sessionId, userId: user.id };
  };
  const timeline = (day?: string, actor: Actor = bootstrapToken) =>
    agentTimeline(actor, { username: user.username, day });
  return { user, begin, timeline };
}

const call = (interactionId: string, phase: string, more = {}) => ({
  type: "interaction",
  interactionId,
  phase,
  channel: "voice",
  direction: "inbound",
  service: "Billing",
  ...more,
});

test("a day's states, sessions and interactions, from open and ended sessions alike", async () => {
  const { begin, timeline, user } = await agent();
  const first = await begin();
  await wait(10);
  await tell(first, { type: "state", state: "not_ready", reason: "Break" });
  await wait(5);
  await signOut(first);
  await wait(5);
  const second = await begin({ client: desktop });
  await wait(1);
  await tell(second, { type: "state", state: "busy" });
  await tell(second, call("one", "started"));
  await tell(second, call("two", "missed"));
  await wait(2);
  await tell(second, call("one", "held"));
  await wait(3);

  expect(await timeline()).toEqual({
    id: user.id,
    username: user.username,
    name: user.name,
    team: "Billing",
    day: "2026-11-22",
    today: "2026-11-22",
    from: "2026-11-21T23:00:00.000Z",
    to: "2026-11-22T23:00:00.000Z",
    timeZone: "Europe/Berlin",
    now: at(26),
    spans: [
      { state: "not_ready", reason: null, from: at(0), to: at(10) },
      { state: "not_ready", reason: "Break", from: at(10), to: at(15) },
      { state: "not_ready", reason: null, from: at(20), to: at(21) },
      { state: "busy", reason: null, from: at(21), to: null },
    ],
    stays: [
      {
        id: first.id,
        platform: "mobile",
        app: "Mobile v2.17.60 (2.62740)",
        os: "iOS 14.8",
        device: "iPhone 8 Plus",
        from: at(0),
        to: at(15),
        cause: "signed_out",
        lastSeen: false,
      },
      {
        id: second.id,
        platform: "desktop",
        app: "Agent Desktop v5.24.99",
        os: "Windows 11",
        device: "Chrome 126",
        from: at(20),
        to: null,
        cause: null,
        lastSeen: false,
      },
    ],
    handled: [
      {
        id: `${second.id} one`,
        channel: "voice",
        direction: "inbound",
        service: "Billing",
        from: at(21),
        to: null,
        missed: false,
        heldMs: 0,
        heldSince: at(23),
      },
      expect.objectContaining({ id: `${second.id} two`, missed: true, from: at(21), to: at(21) }),
    ],
  });
});

test("a session over the day's turn is on both days, and a day to come is today", async () => {
  const { begin, timeline } = await agent();
  await clock.set(new Date("2026-11-21T22:00:00Z"));
  const session = await begin();
  await tell(session, { type: "state", state: "ready" });
  await wait(120);
  await tell(session, { type: "state", state: "busy" });
  await wait(30);

  const today = await timeline("2027-01-01");
  expect(today).toMatchObject({ day: "2026-11-22", today: "2026-11-22" });
  const yesterday = await timeline("2026-11-21");
  const nowMs = Date.parse(today.now);
  expect(figuresOfDay(today, nowMs)).toMatchObject({ readyMs: 60 * minuteMs, busyMs: 30 * minuteMs });
  expect(figuresOfDay(yesterday, nowMs)).toMatchObject({
    readyMs: expect.closeTo(60 * minuteMs, -1),
    busyMs: 0,
  });
  expect((await timeline("2026-11-20")).spans).toEqual([]);
});

test("the day turns when the centre says, and is as long as its clock makes it", async () => {
  const { timeline } = await agent();
  await changeSettings(bootstrapToken, { dailyResetAt: "04:00" });
  expect(await timeline()).toMatchObject({ day: "2026-11-21", from: "2026-11-21T03:00:00.000Z" });
  const hours = async (day: string) => {
    const { from, to } = await timeline(day);
    return (Date.parse(to) - Date.parse(from)) / 3_600_000;
  };
  // At 04:00 the clock of the night has changed already: the day before is the long one.
  expect(await Promise.all([hours("2025-10-25"), hours("2025-10-26"), hours("2026-03-28")])).toEqual([
    25, 24, 23,
  ]);
  await changeSettings(bootstrapToken, { dailyResetAt: "00:00" });
  expect(await Promise.all([hours("2025-10-26"), hours("2026-03-29")])).toEqual([25, 23]);
});

test("time out of touch is unknown, whatever was forced meanwhile", async () => {
  const { begin, timeline, user } = await agent();
  const session = await begin();
  await tell(session, { type: "state", state: "ready" });
  await wait(60);
  await sweepUnreachable();
  await wait(10);
  await forceState(bootstrapToken, {
    username: user.username,
    state: "not_ready",
    reason: "Where are you?",
    evenOnInteraction: false,
  });
  await wait(10);
  const { spans } = await timeline();
  expect(spans.at(-1)).toMatchObject({ state: null, to: null });
  expect(spans.filter(({ state }) => state === null)).toHaveLength(1);
});

test("a supervisor of another team is refused, and so is whoever may not watch agents", async () => {
  const { user, timeline } = await agent();
  const supervisor = (teams: string[]): Actor => ({
    kind: "person",
    id: null,
    roles: ["supervisor"],
    scope: teams,
  });
  expect(await timeline(undefined, supervisor([user.teamId]))).toMatchObject({ id: user.id });
  await expect(timeline(undefined, supervisor([]))).rejects.toMatchObject({ code: "not-found" });
  const analyst: Actor = { kind: "person", id: null, roles: ["analyst"], scope: "all" };
  await expect(timeline(undefined, analyst)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(agentTimeline(bootstrapToken, { username: "nobody" })).rejects.toMatchObject({
    code: "not-found",
  });
});
