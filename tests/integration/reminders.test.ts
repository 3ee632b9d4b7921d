import { beforeEach, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storeDeeds } from "@/lib/notices/deeds";
import { standingNotices } from "@/lib/notices/queries";
import { sweepReminders, sweepToldBefore } from "@/lib/notices/remind";
import type { NoticeAction } from "@/lib/notices/schema";
import { remindRelease } from "@/lib/releases/course";
import { previewRelease, previewReminders, reminderPeople } from "@/lib/releases/preview";
import { beat } from "@/lib/seats/beat";
import { endSession } from "@/lib/sessions/end";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { desktop, person, signedIn } from "./people";
import { openNoticesOf, published, versioned, withdrawAll } from "./releases";
import { audited } from "./teams";

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
  await sweepToldBefore();
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

test("a reminder is counted as it is sent: not to whom was told a moment ago, nor in the quiet hours", async () => {
  await changeSettings(bootstrapToken, { reminderMinutes: 120 });
  const late = await person();
  const { id } = await published({ stagePercent: 0, users: [user.username, late.username] });
  await clock.advance(3600);
  await signedIn(late.username);
  await clock.advance(3600);
  const foreseen = await previewReminders(bootstrapToken, { id });
  expect(foreseen).toMatchObject({ reminded: 1, later: 1, quietUntil: null, reminderMinutes: 120 });
  const people = (which: "reminded" | "later") => reminderPeople(bootstrapToken, { id, which });
  expect(await people("reminded")).toMatchObject({ value: { items: [{ username: user.username }] } });
  expect(await people("later")).toMatchObject({ value: { items: [{ username: late.username }] } });
  await remindRelease(bootstrapToken, { id });
  expect((await audited(id)).at(-1)).toMatchObject({
    detail: { changes: { to: { reminded: 1, later: 1 } } },
  });
  await sweepReminders();
  const reminded = () => db.notice.count({ where: { releaseId: id, remindedAt: { not: null } } });
  expect(await reminded()).toBe(1);

  // Nine in the evening: by seven in the morning everybody may be told again.
  await clock.advance(3 * 3600);
  const atNight = await previewReminders(bootstrapToken, { id });
  expect(atNight).toMatchObject({ reminded: 2, later: 0, quietUntil: new Date("2026-11-23T06:00:00Z") });
});

test("whoever is signed out is counted as seeing it at sign-in only where they see it", async () => {
  const { id } = await published();
  await does("seen");
  await db.$transaction((tx) =>
    endSession(tx, user.id, { cause: "signed_out", by: { kind: "person", id: user.id } }),
  );
  const counted = async (asked = {}) => {
    const preview = await previewRelease(bootstrapToken, { id, ...asked });
    if (!preview.ok) throw new Error(preview.code);
    return { owed: preview.value.counts.owed, atSignIn: preview.value.atSignIn };
  };
  const everybody = await counted({ as: "mandatory" });
  expect(await counted()).toEqual({ ...everybody, atSignIn: everybody.atSignIn - 1 });
  await clock.advance(4 * 3600 + 1);
  await remindRelease(bootstrapToken, { id });
  expect(await counted()).toEqual(everybody);
  await signedIn(user.username);
  expect(await openNoticesOf(user.id)).toHaveLength(1);
});

test("whoever saw it in a session before this one is counted, and told", async () => {
  await changeSettings(bootstrapToken, { quietFrom: null });
  const { id } = await published({ stagePercent: 0, users: [user.username] });
  await does("seen");
  await clock.advance(4 * 3600 - 60);
  await signInAgain();
  expect(await openNoticesOf(user.id)).toEqual([]);
  expect(await previewReminders(bootstrapToken, { id })).toMatchObject({ reminded: 0, later: 1 });
  await clock.advance(120);
  expect(await previewReminders(bootstrapToken, { id })).toMatchObject({ reminded: 1, later: 0 });
  await remindRelease(bootstrapToken, { id });
  expect(await openNoticesOf(user.id)).toHaveLength(1);
});

const afterBreak = async () => {
  const release = await published({ stagePercent: 0, users: [user.username] });
  await does("seen");
  await clock.advance(60);
  await signInAgain();
  expect(await openNoticesOf(user.id)).toEqual([]);
  return release;
};

test("in the quiet hours whoever saw it in a session before this one is told at their end", async () => {
  const { id } = await afterBreak();
  // Nine in the evening.
  await pass(5);
  expect(await previewReminders(bootstrapToken, { id })).toMatchObject({
    reminded: 1,
    later: 0,
    quietUntil: new Date("2026-11-23T06:00:00Z"),
  });
  await remindRelease(bootstrapToken, { id });
  await pass(9.9);
  expect(await openNoticesOf(user.id)).toEqual([]);
  await pass(0.1);
  expect(await openNoticesOf(user.id)).toHaveLength(1);
  await pass(24);
  expect(await openNoticesOf(user.id)).toHaveLength(1);
});

test("whoever was told a moment before the session began is told when that is long ago", async () => {
  const { id } = await afterBreak();
  expect(await previewReminders(bootstrapToken, { id })).toMatchObject({ reminded: 0, later: 1 });
  await remindRelease(bootstrapToken, { id });
  await pass(3.9);
  expect(await openNoticesOf(user.id)).toEqual([]);
  await changeSettings(bootstrapToken, { quietFrom: null });
  await pass(0.1);
  expect(await openNoticesOf(user.id)).toHaveLength(1);
});

test("whoever chose later and signed in anew is told when later has come", async () => {
  await published();
  await does("later");
  await changeSettings(bootstrapToken, { quietFrom: null });
  await signInAgain();
  await pass(3.9);
  expect(await openNoticesOf(user.id)).toEqual([]);
  await pass(0.2);
  expect(await openNoticesOf(user.id)).toHaveLength(1);
});

test("a release that comes out at night reminds nobody of the one before", async () => {
  await published();
  await does("later");
  await signInAgain();
  await pass(6);
  const other = await person();
  await published({ stagePercent: 0, users: [other.username] });
  expect(await openNoticesOf(user.id)).toEqual([]);
});

test("whoever was told of one release a moment ago is not told of another yet", async () => {
  const ofDesktop = { channel: "desktop", version: "5.25.0", distribution: "reload", storeUrl: null };
  await published({ stagePercent: 0, users: [user.username] });
  await does("later");
  await pass(3.9);
  await signInAgain();
  await published({ ...ofDesktop, stagePercent: 0, users: [user.username] });
  await signedIn(user.username, { client: desktop });
  await does("seen");
  await signedIn(user.username);
  expect(await openNoticesOf(user.id)).toEqual([]);
  await changeSettings(bootstrapToken, { quietFrom: null });
  await pass(3.8);
  expect(await openNoticesOf(user.id)).toEqual([]);
  await pass(0.3);
  expect(await openNoticesOf(user.id)).toHaveLength(1);
});
