import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { cancelLogRequest } from "@/lib/logs/commands";
import { sweepPushes } from "@/lib/push/sweep";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { asked, tellOf } from "./logs";
import { desktop, person, phone, signedIn } from "./people";
import { openSender } from "./push-sender";

const installId = randomUUID();
const own = { client: { ...phone, installId } };

let clock: Awaited<ReturnType<typeof passInClock>>;
let sender: Awaited<ReturnType<typeof openSender>>;
let user: User;

beforeAll(async () => {
  sender = await openSender("a secret that only the sender of pushes knows");
});
afterAll(() => sender.close());
beforeEach(async () => {
  clock = await passInClock(new Date("2026-11-22T15:00:00Z"));
  await db.push.deleteMany();
  await db.logRequest.deleteMany();
  sender.reset();
  user = await person();
});

const pushed = async () => {
  await sweepPushes();
  return sender.bodies();
};

test("a request for a log is pushed to a phone that no socket reaches, once; it is delivered when the app says so", async () => {
  const session = await signedIn(user.username, own);
  const { id } = await asked(user.username);
  const body = {
    type: "log.start",
    requestId: id,
    installId,
    token: null,
    collapseKey: "log",
    expiresAt: "2026-11-22T15:30:00.000Z",
  };
  expect(await pushed()).toEqual([body]);
  expect(await pushed()).toEqual([body]);
  const status = async () => (await db.logRequest.findUniqueOrThrow({ where: { id } })).status;
  expect(await status()).toBe("requested");
  await tellOf({ id: session.sessionId, userId: user.id }, id, { status: "received" });
  expect(await status()).toBe("delivered");
});

test("it is tried again, but not once the app knows, it was taken back, or another place has the seat", async () => {
  const ends: ((id: string, sessionId: string) => Promise<unknown>)[] = [
    (id, sessionId) => tellOf({ id: sessionId, userId: user.id }, id, { status: "received" }),
    (id) => cancelLogRequest(bootstrapToken, { id }),
    () => signedIn(user.username, { client: desktop }),
  ];
  for (const end of ends) {
    sender.reset();
    sender.answer(503);
    user = await person();
    const { sessionId } = await signedIn(user.username, { client: { ...phone, pushToken: "fcm:one" } });
    const { id } = await asked(user.username);
    expect(await pushed()).toHaveLength(1);
    await clock.advance(10);
    expect(await pushed()).toHaveLength(2);
    await end(id, sessionId);
    await clock.advance(20);
    expect((await pushed()).filter(({ type }) => type === "log.start")).toHaveLength(2);
  }
});

test("it waits for the end of the quiet hours, and is not pushed to who hears of it on a stream or sits at a desktop", async () => {
  await changeSettings(bootstrapToken, { quietFrom: "15:00", quietUntil: "17:00" });
  await signedIn(user.username, own);
  await asked(user.username);
  expect(await pushed()).toEqual([]);
  await changeSettings(bootstrapToken, { quietFrom: null });
  await db.seat.update({ where: { userId: user.id }, data: { streamId: randomUUID() } });
  const other = await person();
  await signedIn(other.username, { client: desktop });
  await asked(other.username);
  expect(await pushed()).toEqual([]);
  await db.seat.update({ where: { userId: user.id }, data: { streamId: null } });
  expect(await pushed()).toHaveLength(1);
});

test("one for a session alone is not pushed for the next", async () => {
  const { sessionId } = await signedIn(user.username, own);
  await asked(user.username, { sessionId });
  // The same phone, again.
  await signedIn(user.username, own);
  expect(await pushed()).toEqual([]);
});
