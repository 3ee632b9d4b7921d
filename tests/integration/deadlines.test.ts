import { beforeEach, expect, test } from "vitest";
import { agentRows } from "@/lib/agents/queries";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storeDeeds } from "@/lib/notices/deeds";
import { sweepDeadlines, untilNextDeadline } from "@/lib/notices/sweep";
import { withdrawRelease } from "@/lib/releases/course";
import { beat, recordSigns } from "@/lib/seats/beat";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { attempt, person, sessionsOf, signedIn, tell } from "./people";
import { mandatory, noticesOf, openNoticesOf, versioned, withdrawAll } from "./releases";

let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;

beforeEach(async () => {
  clock = await passInClock(new Date("2026-11-22T20:00:00Z"));
  await withdrawAll();
  await db.gatewayBeat.deleteMany();
  await beat();
  user = await person();
  await signedIn(user.username);
});

const only = async () => (await sessionsOf(user.id))[0];
const session = async () => ({ id: (await only())?.id ?? "", userId: user.id });

/** Time passes, and gateways sweep; the app is in touch, or not. */
async function pass(minutes: number, { inTouch = true } = {}) {
  await clock.advance(minutes * 60);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
  if (inTouch) await recordSigns([{ userId: user.id, sessionId: (await session()).id, agedMs: 0 }]);
  await sweepDeadlines();
}

const atOnce = { graceMinutes: 15, signOut: { mode: "at_once" } } as const;
const call = { type: "interaction", interactionId: "call", channel: "voice", direction: "inbound" };
const say = async (sent: object) => tell(await session(), sent);
const seat = () => db.seat.findUniqueOrThrow({ where: { userId: user.id } });

const acknowledge = async () => {
  const [notice] = await openNoticesOf(user.id);
  return storeDeeds([
    {
      sessionId: (await session()).id,
      noticeId: notice?.id ?? "",
      action: "acknowledged",
      agedMs: 0,
    },
  ]);
};

test("gateways know how long it is until the next deadline", async () => {
  expect(await untilNextDeadline()).toBeNull();
  await mandatory(atOnce);
  await clock.advance(14.9 * 60);
  const left = await untilNextDeadline();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(6_000);
  await clock.advance(6);
  expect(await untilNextDeadline()).toBeNull();
});

test("whoever ignores a mandatory release is signed out at the end of the grace, and not before", async () => {
  await mandatory(atOnce);
  await pass(14.9);
  expect(await only()).toMatchObject({ logoutAt: null });
  await pass(0.1);
  expect(await only()).toMatchObject({
    cause: "mandatory_update",
    certainty: "exact",
    endedByKind: "rule",
    logoutAt: new Date("2026-11-22T20:15:00Z"),
  });
  expect(await noticesOf(user.id)).toMatchObject([{ closedWhy: "signed_out" }]);
  expect(await attempt(user.username)).toMatchObject({ code: "update-required" });
  expect((await attempt(user.username, { client: versioned("2.18.0") })).ok).toBe(true);
});

test("acknowledging signs out at once, by the person's own hand", async () => {
  await mandatory(atOnce);
  expect(await acknowledge()).toEqual([true]);
  expect(await only()).toMatchObject({ cause: "mandatory_update", endedById: user.id });
  expect(await noticesOf(user.id)).toMatchObject([{ closedWhy: "signed_out" }]);
});

test("acknowledging on a call waits for its end", async () => {
  await mandatory({ ...atOnce, hardLimitMinutes: 0 });
  await say({ ...call, phase: "started" });
  await acknowledge();
  expect(await only()).toMatchObject({ logoutAt: null });
  expect(await openNoticesOf(user.id)).toMatchObject([{ drainingAt: new Date("2026-11-22T20:00:00Z") }]);
  await clock.advance(60);
  await say({ ...call, phase: "ended" });
  await pass(2);
  expect(await only()).toMatchObject({ cause: "mandatory_update", endedById: user.id });
});

test("a call is never cut off: it drains, then two minutes to wrap up in Not Ready, then out", async () => {
  await mandatory(atOnce);
  await say({ type: "state", state: "busy" });
  await say({ ...call, phase: "started" });
  await pass(15);
  const limit = new Date("2026-11-22T22:15:00Z");
  expect(await openNoticesOf(user.id)).toMatchObject([{ drainUntil: limit }]);
  const { revision } = await seat();
  await pass(30);
  expect((await seat()).revision).toBe(revision);
  await say({ ...call, phase: "ended" });
  await pass(1);
  expect(await openNoticesOf(user.id)).toMatchObject([{ drainUntil: new Date("2026-11-22T20:47:00Z") }]);
  expect(await seat()).toMatchObject({ open: true, state: "not_ready", reason: "Update" });
  await pass(0.9);
  expect(await only()).toMatchObject({ logoutAt: null });
  await pass(0.1);
  expect(await only()).toMatchObject({ cause: "mandatory_update", endedByKind: "rule" });
});

test("a wrap-up of the agent's own is left alone", async () => {
  await mandatory(atOnce);
  await say({ ...call, phase: "started" });
  await pass(15);
  await clock.advance(60);
  await say({ ...call, phase: "ended" });
  await say({ type: "state", state: "after_call_work" });
  await pass(1);
  expect(await seat()).toMatchObject({ open: true, state: "after_call_work" });
});

test("a call longer than the hard limit ends there", async () => {
  await mandatory({ ...atOnce, hardLimitMinutes: 20 });
  await say({ ...call, phase: "started" });
  await pass(34);
  expect(await only()).toMatchObject({ logoutAt: null });
  await pass(1);
  expect(await only()).toMatchObject({ cause: "mandatory_update" });
});

test("without a hard limit a call may take for ever", async () => {
  await mandatory({ ...atOnce, hardLimitMinutes: null });
  await say({ ...call, phase: "started" });
  for (let hours = 0; hours < 5; hours++) await pass(60);
  expect(await openNoticesOf(user.id)).toMatchObject([{ drainUntil: null }]);
  expect(await only()).toMatchObject({ logoutAt: null });
});

test("an e-mail is no call", async () => {
  await mandatory(atOnce);
  await say({ ...call, channel: "email", phase: "started" });
  await pass(15);
  expect(await only()).toMatchObject({ cause: "mandatory_update" });
});

test("the call of an app that fell silent counts no more: out, at the last sign of life", async () => {
  await mandatory({ ...atOnce, hardLimitMinutes: null });
  await say({ ...call, phase: "started" });
  await pass(15);
  await pass(29, { inTouch: false });
  expect(await only()).toMatchObject({ logoutAt: null });
  await pass(2, { inTouch: false });
  expect(await only()).toMatchObject({
    cause: "mandatory_update",
    certainty: "last_seen",
    logoutAt: new Date("2026-11-22T20:15:00Z"),
    endedAt: new Date("2026-11-22T20:46:00Z"),
  });
});

test("a phone that nobody can reach is signed out on time, at its last sign of life", async () => {
  await mandatory({ ...atOnce, graceMinutes: 60 });
  await pass(60, { inTouch: false });
  expect(await only()).toMatchObject({
    cause: "mandatory_update",
    certainty: "last_seen",
    logoutAt: new Date("2026-11-22T20:00:00Z"),
    endedAt: new Date("2026-11-22T21:00:00Z"),
  });
});

test("each leaves with their own wave", async () => {
  await mandatory({ graceMinutes: 15, signOut: { mode: "waves", wavePercent: 10, waveMinutes: 10 } });
  const [notice] = await openNoticesOf(user.id);
  const wave = notice?.wave ?? 0;
  expect(notice?.signOutAt).toEqual(new Date(Date.UTC(2026, 10, 22, 20, 15 + 10 * wave)));
  await pass(15 + 10 * wave - 1);
  expect(await only()).toMatchObject({ logoutAt: null });
  await pass(1);
  expect(await only()).toMatchObject({ cause: "mandatory_update" });
});

test("who leaves at their own next sign-out stays until the last date", async () => {
  await mandatory({ graceMinutes: 0, signOut: { mode: "next_sign_out", by: "2026-11-22T23:00:00Z" } });
  await pass(179);
  expect(await only()).toMatchObject({ logoutAt: null });
  await pass(1);
  expect(await only()).toMatchObject({ cause: "mandatory_update" });
});

test("a withdrawn release signs nobody out", async () => {
  const release = await mandatory(atOnce);
  await withdrawRelease(bootstrapToken, { id: release.id });
  await pass(15);
  expect(await only()).toMatchObject({ logoutAt: null });
});

test("any number of sweeps at once end a session once", async () => {
  await mandatory(atOnce);
  await clock.advance(15 * 60);
  await Promise.all([sweepDeadlines(), sweepDeadlines(), sweepDeadlines()]);
  await sweepDeadlines();
  expect(await sessionsOf(user.id)).toMatchObject([{ cause: "mandatory_update" }]);
  expect(await noticesOf(user.id)).toMatchObject([{ closedWhy: "signed_out" }]);
});

test("supervisors see beforehand when somebody is signed out", async () => {
  const row = async () => (await agentRows([user.id], new Date("2026-11-22T00:00:00Z")))[0]?.row;
  expect(await row()).toMatchObject({ updatesAt: null });
  const { id } = await mandatory(atOnce);
  expect(await row()).toMatchObject({ updatesAt: "2026-11-22T20:15:00.000Z" });
  await withdrawRelease(bootstrapToken, { id });
  expect(await row()).toMatchObject({ updatesAt: null });
  await mandatory(atOnce);
  await pass(16);
  expect(await row()).toMatchObject({ open: false, updatesAt: null });
});
