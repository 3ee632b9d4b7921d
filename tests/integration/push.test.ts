import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { agentRows } from "@/lib/agents/queries";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { forgetOldPushes, sweepPushes } from "@/lib/push/sweep";
import { withdrawRelease } from "@/lib/releases/course";
import { beat } from "@/lib/seats/beat";
import { changePushAddress, endUserSession } from "@/lib/sessions/commands";
import { sweepUnreachable } from "@/lib/sessions/sweep";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { desktop, person, phone, signedIn } from "./people";
import { openSender } from "./push-sender";
import { mandatory, openNoticesOf, published, withdrawAll } from "./releases";

const secret = "a secret that only the sender of pushes knows";
const installId = randomUUID();

let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;
let sender: Awaited<ReturnType<typeof openSender>>;

beforeAll(async () => {
  sender = await openSender(secret);
});
afterAll(() => sender.close());

beforeEach(async () => {
  clock = await passInClock(new Date("2026-11-22T15:00:00Z"));
  await withdrawAll();
  await db.push.deleteMany();
  await db.gatewayBeat.deleteMany();
  await beat();
  sender.reset();
  user = await person();
});

const own = { client: { ...phone, installId } };

test("a phone without a socket is pushed to once, signed, and without a word of who it is", async () => {
  await signedIn(user.username, own);
  await mandatory({ graceMinutes: 60, signOut: { mode: "at_once" } });
  await sweepPushes();
  await sweepPushes();
  const [notice] = await openNoticesOf(user.id);
  expect(sender.bodies()).toEqual([
    {
      type: "notice",
      noticeId: notice?.id,
      installId,
      token: null,
      kind: "mandatory",
      collapseKey: "update",
      expiresAt: "2026-11-22T16:00:00.000Z",
    },
  ]);
  const [first] = sender.received;
  const mac = createHmac("sha256", secret).update(`1795359600.${first?.body}`).digest("hex");
  expect(first?.signature).toBe(`t=1795359600,v1=${mac}`);
});

test("what is not taken is tried again, with longer and longer pauses", async () => {
  await signedIn(user.username, own);
  await published();
  sender.answer(503);
  await sweepPushes();
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
  await clock.advance(10);
  await sweepPushes();
  expect(sender.received).toHaveLength(2);
  sender.answer(200);
  await clock.advance(19);
  await sweepPushes();
  expect(sender.received).toHaveLength(2);
  await clock.advance(1);
  await sweepPushes();
  expect(sender.received).toHaveLength(3);
  await clock.advance(86_400);
  await sweepPushes();
  expect(sender.received).toHaveLength(3);
});

test("a phone that is pushed to is asleep until the sender refuses, and again once it takes a push; the board hears of it", async () => {
  await changeSettings(bootstrapToken, { mobileSilenceSeconds: 60 });
  await signedIn(user.username, own);
  const row = async () => (await agentRows([user.id], new Date(0)))[0]?.row;
  expect(await row()).toMatchObject({ unreachableSince: null, asleep: false });
  await clock.advance(61);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
  await sweepUnreachable();
  const asleep = await row();
  expect(asleep).toMatchObject({ unreachableSince: "2026-11-22T15:00:00.000Z", asleep: true });
  await published();
  sender.answer(410);
  await sweepPushes();
  const refused = await row();
  expect(refused?.asleep).toBe(false);
  sender.answer(200);
  await clock.advance(10);
  await sweepPushes();
  const taken = await row();
  expect(taken?.asleep).toBe(true);
  expect(taken?.revision).toBeGreaterThan(refused?.revision ?? Number.POSITIVE_INFINITY);
});

test("two gateways push once", async () => {
  await signedIn(user.username, own);
  await published();
  await Promise.all([sweepPushes(), sweepPushes()]);
  expect(sender.received).toHaveLength(1);
});

test("nobody is pushed to who is connected, on a desktop, without an installation, or told already", async () => {
  await signedIn(user.username, own);
  const { id } = user;
  await db.seat.update({ where: { userId: id }, data: { streamId: randomUUID() } });
  const others = [await person(), await person()];
  await signedIn(others[0]?.username ?? "", { client: desktop });
  await signedIn(others[1]?.username ?? "");
  await published();
  await sweepPushes();
  await db.seat.update({ where: { userId: id }, data: { streamId: null } });
  await db.notice.updateMany({ data: { deliveredAt: new Date() } });
  await sweepPushes();
  expect(sender.received).toEqual([]);
});

test("a withdrawn release is pushed no more; a recommended one not in the quiet hours", async () => {
  await signedIn(user.username, own);
  await changeSettings(bootstrapToken, { quietFrom: "15:00", quietUntil: "17:00" });
  await published();
  await sweepPushes();
  expect(sender.received).toEqual([]);
  await changeSettings(bootstrapToken, { quietFrom: null });
  sender.answer(500);
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
  const [notice] = await openNoticesOf(user.id);
  await withdrawRelease(bootstrapToken, { id: notice?.releaseId ?? "" });
  await clock.advance(60);
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
});

const bodies = () => sender.bodies();
const reason = "The phone was lost.";

test("a phone out of reach is told that its session is over, and not that it signed out by itself", async () => {
  const { sessionId } = await signedIn(user.username, own);
  await endUserSession(bootstrapToken, { username: user.username, reason });
  await sweepPushes();
  await sweepPushes();
  expect(bodies()).toEqual([
    {
      type: "session.ended",
      sessionId,
      installId,
      token: null,
      collapseKey: "session",
      expiresAt: "2026-11-23T15:00:00.000Z",
    },
  ]);
  await signedIn(user.username, own);
  // The same phone, again: it is the one that asks.
  await signedIn(user.username, own);
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
});

test("one that was taken over hears of it; one that has a stream hears of it there", async () => {
  const { sessionId } = await signedIn(user.username, own);
  await signedIn(user.username, { client: desktop });
  await sweepPushes();
  expect(bodies()).toMatchObject([{ type: "session.ended", sessionId }]);
  await signedIn(user.username, own);
  await db.seat.update({ where: { userId: user.id }, data: { streamId: randomUUID() } });
  await endUserSession(bootstrapToken, { username: user.username, reason });
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
});

test("that a session is over is of no use once its app has another", async () => {
  await signedIn(user.username, own);
  sender.answer(503);
  await endUserSession(bootstrapToken, { username: user.username, reason });
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
  await signedIn(user.username, own);
  await clock.advance(60);
  await sweepPushes();
  expect(sender.received).toHaveLength(1);
});

test("a push goes to the address that the app gave last, with or without an id of its installation", async () => {
  const pushToken = "fcm:first";
  const toIt = () => bodies().filter((body) => body.installId === null);
  const { sessionId: id } = await signedIn(user.username, { client: { ...phone, pushToken } });
  await published();
  await sweepPushes();
  expect(toIt()).toMatchObject([{ type: "notice", token: pushToken }]);
  await changePushAddress({ id }, { provider: "webhook", token: "fcm:second" });
  await endUserSession(bootstrapToken, { username: user.username, reason });
  await sweepPushes();
  expect(toIt()[1]).toMatchObject({ type: "session.ended", token: "fcm:second" });
  // An app that gives none at its next sign-in has the same.
  await signedIn(user.username);
  await endUserSession(bootstrapToken, { username: user.username, reason });
  await sweepPushes();
  expect(toIt()[2]).toMatchObject({ type: "session.ended", token: "fcm:second" });
});

test("after some days the push of an end is forgotten", async () => {
  await signedIn(user.username, own);
  await endUserSession(bootstrapToken, { username: user.username, reason });
  await forgetOldPushes();
  expect(await db.push.count()).toBe(1);
  await clock.advance(4 * 86_400);
  await forgetOldPushes();
  expect(await db.push.count()).toBe(0);
});
