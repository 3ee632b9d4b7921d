import { expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storeDeeds } from "@/lib/notices/deeds";
import { standingByTurn } from "@/lib/notices/queries";
import { escalateRelease } from "@/lib/releases/course";
import { acknowledgeWorkItem } from "@/lib/work-items/commands";
import type { User } from "@/prisma/generated/client";
import { days, isOut, move, onPackages, teamOf, turn } from "./packaged";
import { attempt, person, tell } from "./people";
import { eachAtNoon, hours, minutes } from "./release-day";
import { mandatory, noticesOf, openNoticesOf, published } from "./releases";

const day = eachAtNoon();

const strict = { graceMinutes: 30, signOut: { mode: "at_once" } } as const;

async function turnAt(moment: Date) {
  await day.clock.set(moment);
  await turn();
}

const toldOf = async (user: User) =>
  (await openNoticesOf(user.id)).map(({ packaged, madeAt, signOutAt }) => ({ packaged, madeAt, signOutAt }));

test("who updates by themselves from now on has the grace from now on, and it stays", async () => {
  const { id, user } = await teamOf({ packaged: true });
  await mandatory(strict);
  await turnAt(days(3));
  const [asPackaged] = await openNoticesOf(user.id);
  await storeDeeds([
    {
      sessionId: asPackaged?.sessionId ?? "",
      noticeId: asPackaged?.id ?? "",
      action: "acknowledged",
      agedMs: 0,
    },
  ]);
  await onPackages(id, false);
  await turnAt(days(3));
  const anew = [{ packaged: false, madeAt: days(3), signOutAt: new Date(days(3).getTime() + 1_800_000) }];
  expect(await toldOf(user)).toEqual(anew);
  expect(await attempt(user.username)).toMatchObject({
    code: "update-required",
    detail: { packaged: false },
  });

  await published({ version: "2.18.1" });
  await turnAt(new Date(days(3).getTime() + 1_799_000));
  expect(await toldOf(user)).toEqual(anew);
  expect(await isOut(user)).toBe(false);
  await turnAt(new Date(days(3).getTime() + 1_800_000));
  expect(await isOut(user)).toBe(true);
});

test("in waves, as the release says", async () => {
  const { id, user } = await teamOf({ packaged: true });
  await mandatory({ graceMinutes: 15, signOut: { mode: "waves", wavePercent: 10, waveMinutes: 10 } });
  await turnAt(days(2));
  await onPackages(id, false);
  await turnAt(days(2));
  const [notice] = await openNoticesOf(user.id);
  const wave = notice?.wave ?? Number.NaN;
  expect(notice?.signOutAt).toEqual(new Date(days(2).getTime() + (15 + 10 * wave) * 60_000));
});

test("the same for one who moves out of such a team", async () => {
  const { user } = await teamOf({ packaged: true });
  const others = await teamOf({ packaged: false });
  await mandatory(strict);
  await turnAt(days(1));
  await move(user, others.id);
  await turnAt(days(1));
  expect(await isOut(user)).toBe(false);
  expect(await toldOf(user)).toEqual([
    { packaged: false, madeAt: days(1), signOutAt: new Date(days(1).getTime() + 1_800_000) },
  ]);
});

test("each change counts anew, also to and fro", async () => {
  const { id, user } = await teamOf({ packaged: false });
  await mandatory(strict);
  await turnAt(minutes(10));
  await onPackages(id, true);
  await turnAt(minutes(10));
  const until = new Date(days(7).getTime() + 600_000);
  expect(await toldOf(user)).toEqual([{ packaged: true, madeAt: minutes(10), signOutAt: until }]);
  await turnAt(hours(5));
  expect(await isOut(user)).toBe(false);
  await onPackages(id, false);
  await turnAt(hours(5));
  expect(await toldOf(user)).toEqual([{ packaged: false, madeAt: hours(5), signOutAt: minutes(330) }]);
  expect((await noticesOf(user.id)).map(({ closedWhy }) => closedWhy)).toEqual([
    "superseded",
    "superseded",
    null,
  ]);
});

test("also where another release was told meanwhile", async () => {
  const { id, user } = await teamOf({ packaged: false });
  await mandatory(strict);
  await onPackages(id, true);
  await turnAt(minutes(1));
  const sooner = await mandatory({ ...strict, version: "2.18.1" });
  await db.workItem.updateMany({ where: { releaseId: sooner.id }, data: { signOutAt: hours(9) } });
  await turnAt(hours(2));
  await onPackages(id, false);
  await turnAt(hours(3));
  expect(await isOut(user)).toBe(false);
  expect(await toldOf(user)).toEqual([{ packaged: false, madeAt: hours(3), signOutAt: minutes(210) }]);
});

test("who was told of it while it was paused owes it still, whoever installs it", async () => {
  const { id, user } = await teamOf({ packaged: true });
  const release = await mandatory(strict);
  await db.release.update({ where: { id: release.id }, data: { status: "paused" } });
  await onPackages(id, false);
  await turnAt(hours(1));
  expect(await toldOf(user)).toEqual([{ packaged: false, madeAt: hours(1), signOutAt: minutes(90) }]);
});

test("one that was recommended before counts from when it is mandatory", async () => {
  const { user } = await teamOf({ packaged: false });
  const release = await published(strict);
  await day.clock.set(days(1));
  await escalateRelease(bootstrapToken, { id: release.id });
  expect(await toldOf(user)).toEqual([
    { packaged: false, madeAt: days(1), signOutAt: new Date(days(1).getTime() + 1_800_000) },
  ]);
});

test("a date of IT's that has passed signs out nobody who moves into its team: they have the grace", async () => {
  const { id } = await teamOf({ packaged: true });
  const [own, theirs] = [await teamOf({ packaged: false }), await teamOf({ packaged: true })];
  const release = await mandatory({ graceMinutes: 60 * 24 * 9, signOut: { mode: "at_once" } });
  await db.workItem.update({
    where: { releaseId_teamId: { releaseId: release.id, teamId: id } },
    data: { signOutAt: days(2) },
  });
  await turnAt(days(1));
  await turnAt(days(3));
  await db.release.update({ where: { id: release.id }, data: { graceMinutes: 30 } });
  await turnAt(days(3));
  for (const { user } of [own, theirs]) await move(user, id);
  await turnAt(days(3));
  const until = new Date(days(3).getTime() + 1_800_000);
  for (const { user } of [own, theirs]) {
    expect(await isOut(user)).toBe(false);
    expect(await toldOf(user)).toMatchObject([{ packaged: true, signOutAt: until }]);
    expect(await attempt(user.username)).toMatchObject({
      code: "update-required",
      detail: { packaged: true },
    });
  }
  await published({ version: "2.18.1" });
  await turnAt(new Date(until.getTime() - 1000));
  for (const { user } of [own, theirs]) expect(await isOut(user)).toBe(false);
  await turnAt(until);
  for (const { user } of [own, theirs]) expect(await isOut(user)).toBe(true);
});

test("a date of IT's that is moved ends a drain that has begun", async () => {
  const { id, user } = await teamOf({ packaged: true });
  await mandatory(strict);
  const [notice] = await openNoticesOf(user.id);
  const session = { id: notice?.sessionId ?? "", userId: user.id };
  const say = (phase: string) =>
    tell(session, {
      type: "interaction",
      interactionId: "call",
      channel: "voice",
      direction: "inbound",
      phase,
    });
  await day.clock.set(days(7));
  await say("started");
  await turnAt(days(7));
  const draining = (await standingByTurn([session.id]))[0]?.map(({ drainingAt }) => drainingAt);
  expect(draining).toEqual([days(7)]);
  const owner = await person({ roles: ["administrator"] });
  const actor: Actor = { kind: "person", id: owner.id, roles: ["administrator"], scope: "all" };
  const item = await db.workItem.findFirst({ where: { teamId: id } });
  await acknowledgeWorkItem(actor, { id: item?.id ?? "", signOutAt: days(9) });
  const [[moved] = []] = await standingByTurn([session.id]);
  expect(moved).toMatchObject({ signOutAt: days(9), drainingAt: null, drainUntil: null });
  await say("ended");
  await turnAt(days(8));
  expect(await isOut(user)).toBe(false);
  await turnAt(days(9));
  expect(await isOut(user)).toBe(true);
});
