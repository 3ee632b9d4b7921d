import { beforeEach, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storeDeeds } from "@/lib/notices/deeds";
import { standingNotices } from "@/lib/notices/queries";
import { sweepReminders } from "@/lib/notices/remind";
import type { NoticeAction } from "@/lib/notices/schema";
import { remindRelease } from "@/lib/releases/course";
import { beat } from "@/lib/seats/beat";
import { endSession } from "@/lib/sessions/end";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { person, signedIn } from "./people";
import { openNoticesOf, published, versioned, withdrawAll } from "./releases";

let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;

beforeEach(async () => {
  // Four in the afternoon in Berlin.
  clock = await passInClock(new Date("2026-11-22T15:00:00Z"));
  await withdrawAll();
  await db.gatewayBeat.deleteMany();
  await beat();
  await changeSettings(bootstrapToken, { reminderMinutes: 240, quietFrom: "20:00", quietUntil: "07:00" });
  user = await person();
  await signedIn(user.username);
});

const onScreen = async () => {
  const [notice] = await openNoticesOf(user.id);
  if (!notice) return 0;
  return (await standingNotices(db, [notice.sessionId])).get(notice.sessionId)?.length ?? 0;
};

async function does(action: NoticeAction) {
  const [notice] = await openNoticesOf(user.id);
  await storeDeeds([{ sessionId: notice?.sessionId ?? "", noticeId: notice?.id ?? "", action, agedMs: 0 }]);
}

async function pass(hours: number) {
  await clock.advance(hours * 3600);
  await sweepReminders();
}

const signInAgain = async (version = "2.17.60") => {
  await db.$transaction((tx) =>
    endSession(tx, user.id, { cause: "signed_out", by: { kind: "person", id: user.id } }),
  );
  await signedIn(user.username, { client: versioned(version) });
};

test("whoever chose later is told again, not sooner than is set", async () => {
  await published();
  await does("later");
  expect(await onScreen()).toBe(0);
  await pass(3.9);
  expect(await onScreen()).toBe(0);
  await changeSettings(bootstrapToken, { quietFrom: null });
  await pass(0.1);
  expect(await onScreen()).toBe(1);
});

test("quiet hours are left in peace", async () => {
  await published();
  await does("later");
  // Eight in the evening, then half past six and seven in the morning.
  await pass(4);
  expect(await onScreen()).toBe(0);
  await pass(10.5);
  expect(await onScreen()).toBe(0);
  await pass(0.5);
  expect(await onScreen()).toBe(1);
});

test("an administrator's reminder waits for the same", async () => {
  const release = await published();
  await does("seen");
  await clock.advance(1800);
  expect(await remindRelease(bootstrapToken, { id: release.id })).toMatchObject({ ok: true });
  await sweepReminders();
  expect(await openNoticesOf(user.id)).toMatchObject([{ remindedAt: null }]);
  await changeSettings(bootstrapToken, { quietFrom: null });
  await pass(3.5);
  expect(await openNoticesOf(user.id)).toMatchObject([{ remindedAt: new Date("2026-11-22T19:00:00Z") }]);
  await pass(10);
  expect(await openNoticesOf(user.id)).toMatchObject([{ remindedAt: new Date("2026-11-22T19:00:00Z") }]);
});

test("at a sign-in nobody is told again who was told a moment ago; later they are, and after updating no more", async () => {
  await published();
  await does("later");
  await signInAgain();
  expect(await openNoticesOf(user.id)).toEqual([]);
  await clock.advance(4 * 3600 + 1);
  await signInAgain();
  expect(await openNoticesOf(user.id)).toHaveLength(1);
  await does("later");
  await clock.advance(5 * 3600);
  await signInAgain("2.18.0");
  expect(await openNoticesOf(user.id)).toEqual([]);
});
