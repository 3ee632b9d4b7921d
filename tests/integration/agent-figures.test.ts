import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNow } from "@/lib/agents/day";
import { figuresAt } from "@/lib/agents/figures";
import { agentRows, presentSince } from "@/lib/agents/queries";
import { bootstrapToken } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { commitNews } from "@/lib/seats/commit";
import { signOut } from "@/lib/sessions/commands";
import { sweepUnreachable } from "@/lib/sessions/sweep";
import { openTimes } from "@/lib/sessions/times";
import { changeSettings } from "@/lib/settings/commands";
import { atNight, minuteMs, night } from "./night";
import { person, sessionsOf, signedIn, tell } from "./people";

const midnight = new Date("2026-11-21T23:00:00Z");
const clock = atNight();
const { wait } = clock;

/** Give or take the millisecond that two changes never share. */
const minutes = (count: number) => expect.closeTo(count * minuteMs, -1);

async function agent() {
  const user = await person();
  const begin = async () => {
    const { sessionId } = await signedIn(user.username);
    return { id: sessionId, userId: user.id };
  };
  const row = async (day = midnight) => {
    const [one] = await agentRows([user.id], day);
    if (!one) throw new Error("no row");
    return one.row;
  };
  const figures = async (day = midnight) => figuresAt(await row(day), (await databaseNow(db)).getTime());
  return { user, begin, row, figures };
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

test("the day begins at the time that is set, in the centre's zone", async () => {
  expect(await dayNow()).toEqual(midnight);
  await changeSettings(bootstrapToken, { dailyResetAt: "04:00" });
  expect(await dayNow()).toEqual(new Date("2026-11-21T03:00:00Z"));
  await changeSettings(bootstrapToken, { dailyResetAt: "00:00" });
});

test("a day of calls: time in each state, occupancy, what was handled, what goes on", async () => {
  const { begin, row, figures } = await agent();
  const session = await begin();
  await wait(10);
  await tell(session, { type: "state", state: "ready" });
  await wait(20);
  await tell(session, { type: "state", state: "busy" });
  await tell(session, call("one", "started"));
  await wait(6);
  await tell(session, call("one", "ended"));
  await tell(session, { type: "state", state: "after_call_work" });
  await wait(2);
  await tell(session, { type: "state", state: "busy" });
  await tell(session, call("two", "started", { direction: "outbound", channel: "chat", service: null }));
  await wait(4);

  expect(await row()).toMatchObject({
    state: "busy",
    app: "Mobile v2.17.60 (2.62740)",
    version: "v2.17.60 (2.62740)",
    ip: "10.1.2.3",
    onInteraction: true,
    interactions: [{ channel: "chat", direction: "outbound", service: null, since: expect.any(String) }],
  });
  expect(await figures()).toEqual({
    readyMs: 20 * minuteMs,
    notReadyMs: 10 * minuteMs,
    busyMs: 10 * minuteMs,
    afterCallWorkMs: 2 * minuteMs,
    handledIn: 1,
    handledOut: 0,
    interactionMs: 6 * minuteMs,
    inStateMs: 4 * minuteMs,
    loginMs: 42 * minuteMs,
    occupancy: 12 / 32,
    avgHandleMs: 8 * minuteMs,
  });
});

test("what was before the day's turn counts for the day before, whatever session it was in", async () => {
  const { begin, figures, user } = await agent();
  await clock.set(new Date(midnight.getTime() - 30 * minuteMs));
  await tell(await begin(), { type: "state", state: "ready" });
  await wait(90);
  expect(await figures()).toMatchObject({
    readyMs: minutes(60),
    inStateMs: minutes(90),
    loginMs: minutes(90),
  });
  const [session] = await sessionsOf(user.id);
  await signOut({ id: session?.id ?? "", userId: user.id });
  expect(await figures()).toMatchObject({ readyMs: minutes(60), inStateMs: null, loginMs: null });
  await wait(5);
  await tell(await begin(), { type: "state", state: "ready" });
  await wait(5);
  expect(await figures()).toMatchObject({ readyMs: minutes(65) });
  // Tomorrow nothing of it counts.
  expect(await figures(new Date(night.getTime() + 86_400_000))).toMatchObject({
    readyMs: 0,
    occupancy: null,
  });
  expect(await presentSince(midnight)).toContain(user.id);
});

test("a phone that became unreachable is marked, its time is unknown from then on, and it is back as it comes", async () => {
  await changeSettings(bootstrapToken, { mobileSilenceSeconds: 1800 });
  const { begin, row, figures } = await agent();
  const session = await begin();
  await tell(session, { type: "state", state: "ready" });
  await wait(29);
  await sweepUnreachable();
  expect(await row()).toMatchObject({ unreachableSince: null });
  await wait(11);
  const { revision } = await row();
  await sweepUnreachable();
  expect(await row()).toMatchObject({
    unreachableSince: new Date(night.getTime() + 1).toISOString(),
    revision: revision + 1,
  });
  expect(await figures()).toMatchObject({ readyMs: 0, inStateMs: 0, loginMs: 40 * minuteMs });
  await sweepUnreachable();
  expect((await row()).revision).toBe(revision + 1);

  // A longer limit unmarks it, the former one marks it again.
  await changeSettings(bootstrapToken, { mobileSilenceSeconds: 3600 });
  await sweepUnreachable();
  expect(await row()).toMatchObject({ unreachableSince: null });
  await changeSettings(bootstrapToken, { mobileSilenceSeconds: 1800 });
  await sweepUnreachable();
  expect((await row()).unreachableSince).not.toBeNull();

  await commitNews([{ userId: session.userId, sessionId: session.id, event: { kind: "contact" } }]);
  await wait(3);
  expect(await row()).toMatchObject({ unreachableSince: null, state: "ready" });
  expect(await figures()).toMatchObject({ readyMs: minutes(3) });
});

test("whatever was told, and however late: today's figures are those of the ledger", async () => {
  const step = fc.record({
    minutes: fc.integer({ min: 0, max: 45 }),
    state: fc.constantFrom("ready", "busy", "after_call_work", "not_ready"),
    lateMinutes: fc.integer({ min: 0, max: 60 }),
    contact: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      await clock.set(night);
      const { begin, figures, user } = await agent();
      const session = await begin();
      for (const { minutes, state, lateMinutes, contact } of steps) {
        await wait(minutes);
        await sweepUnreachable();
        if (contact) await commitNews([{ ...sessionOf(session), event: { kind: "contact" } }]);
        await tell(session, { type: "state", state, ageMs: lateMinutes * minuteMs });
      }
      await wait(1);
      const times = await openTimes(db, user.id);
      const shown = await figures();
      expect(shown).toMatchObject({
        readyMs: Number(times?.readyMs),
        notReadyMs: Number(times?.notReadyMs),
        busyMs: Number(times?.busyMs),
        afterCallWorkMs: Number(times?.afterCallWorkMs),
      });
    }),
    { numRuns: 10 },
  );
});

const sessionOf = ({ id, userId }: { id: string; userId: string }) => ({ sessionId: id, userId });
