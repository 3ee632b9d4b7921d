import { beforeEach, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { escalateRelease, withdrawRelease } from "@/lib/releases/course";
import { acknowledgeWorkItem } from "@/lib/work-items/commands";
import { closeDoneWorkItems } from "@/lib/work-items/done";
import { sweepWorkItems } from "@/lib/work-items/sweep";
import { days, isOut, itemOf, move, onPackages, teamOf, turn } from "./packaged";
import { attempt, person, phone, signedIn } from "./people";
import { eachAtNoon, hours, minutes } from "./release-day";
import { mandatory, openNoticesOf, published, versioned } from "./releases";
import { newTeam } from "./teams";

const day = eachAtNoon();
const strict = { graceMinutes: 30, signOut: { mode: "at_once" } } as const;
let owner: Actor;

beforeEach(async () => {
  const { id } = await person({ roles: ["administrator"] });
  owner = { kind: "person", id, roles: ["administrator"], scope: "all" };
});

async function emptyTeam() {
  const team = await newTeam();
  await onPackages(team.id, true);
  return team;
}

const updated = versioned("2.18.0");
const old = phone;

test("a team that owed nothing at first has a work item once somebody signs in who does: recommended", async () => {
  const team = await emptyTeam();
  const { id } = await published();
  await turn();
  expect(await itemOf(id, team.id)).toBeNull();
  await signedIn((await person({ team: team.name })).username, { client: old });
  await day.clock.set(minutes(5));
  await turn();
  expect(await itemOf(id, team.id)).toMatchObject({ madeAt: minutes(5), signOutAt: null, toldAt: null });
});

test("mandatory: the date stands from then, whoever signs in later", async () => {
  const team = await emptyTeam();
  const { id } = await mandatory(strict);
  const [first, second] = [await person({ team: team.name }), await person({ team: team.name })];
  await signedIn(first.username);
  await turn();
  expect(await itemOf(id, team.id)).toMatchObject({ signOutAt: days(7) });
  await day.clock.set(days(6));
  await signedIn(second.username);
  await turn();
  for (const user of [first, second])
    expect(await openNoticesOf(user.id)).toMatchObject([{ packaged: true, signOutAt: days(7) }]);
  await day.clock.set(days(7));
  expect(await attempt((await person({ team: team.name })).username)).toMatchObject({
    code: "update-required",
    detail: { packaged: true },
  });
});

test("an app whose version nobody can compare makes none", async () => {
  const team = await emptyTeam();
  const { id } = await published();
  await signedIn((await person({ team: team.name })).username, { client: versioned("nightly") });
  await turn();
  expect(await itemOf(id, team.id)).toBeNull();
});

test("nor does one that was not seen for 30 days, or whose person is disabled", async () => {
  const team = await emptyTeam();
  const gone = await person({ team: team.name });
  await signedIn(gone.username, { client: versioned("2.0", { device: "iPhone 6" }) });
  await signedIn(gone.username, { client: updated });
  const left = await person({ team: team.name });
  await signedIn(left.username);
  await db.user.update({ where: { id: left.id }, data: { disabledAt: hours(0) } });
  await db.installation.updateMany({ where: { device: "iPhone 6" }, data: { lastSeenAt: days(-31) } });
  const { id } = await published();
  await turn();
  expect(await itemOf(id, team.id)).toBeNull();
});

/** The work item of a mandatory release, taken on, done and closed, on a date of its own. */
async function closedItem(signOutAt = days(2)) {
  const team = await emptyTeam();
  const user = await person({ team: team.name });
  await signedIn(user.username);
  const { id } = await mandatory(strict);
  const item = await itemOf(id, team.id);
  await acknowledgeWorkItem(owner, { id: item?.id ?? "", signOutAt });
  await db.workItem.updateMany({ data: { toldAt: hours(1), escalatedAt: hours(2) } });
  await signedIn(user.username, { client: updated });
  await day.clock.set(days(1));
  await closeDoneWorkItems();
  expect(await itemOf(id, team.id)).toMatchObject({ closedAt: days(1), signOutAt });
  return { id, team };
}

const anew = (at: Date) => ({
  closedAt: null,
  madeAt: at,
  signOutAt: new Date(at.getTime() + 7 * 86_400_000),
  toldAt: null,
  escalatedAt: null,
  acknowledgedAt: null,
  acknowledgedById: null,
});

test("one that opens again is a new one, for whoever moves in and for whoever signs in", async () => {
  const { id, team } = await closedItem();
  await day.clock.set(days(3));
  const { user } = await teamOf({ packaged: true });
  await move(user, team.id);
  await turn();
  expect(await isOut(user)).toBe(false);
  expect(await openNoticesOf(user.id)).toMatchObject([{ packaged: true, signOutAt: days(10) }]);
  expect(await itemOf(id, team.id)).toMatchObject(anew(days(3)));
  expect((await attempt((await person({ team: team.name })).username)).ok).toBe(true);
});

test("whoever signs in opens it again, and works until its new date", async () => {
  const { id, team } = await closedItem();
  await day.clock.set(days(3));
  const user = await person({ team: team.name });
  await signedIn(user.username);
  await turn();
  expect(await itemOf(id, team.id)).toMatchObject(anew(days(3)));
  expect(await openNoticesOf(user.id)).toMatchObject([{ signOutAt: days(10) }]);
});

test("a later date that IT gave it stands", async () => {
  const { id, team } = await closedItem(days(20));
  const user = await person({ team: team.name });
  await signedIn(user.username);
  await turn();
  expect(await itemOf(id, team.id)).toMatchObject({ ...anew(days(1)), signOutAt: days(20) });
  expect(await openNoticesOf(user.id)).toMatchObject([{ signOutAt: days(20) }]);
});

test("what is closed and owed by nobody stays closed, however often it is settled", async () => {
  const { id, team } = await closedItem();
  await signedIn((await person({ team: team.name })).username, { client: versioned("nightly") });
  await published({ version: "2.18.1", teams: [], stagePercent: 0 });
  await turn();
  await day.clock.set(days(2));
  await closeDoneWorkItems();
  await turn();
  expect(await itemOf(id, team.id)).toMatchObject({ closedAt: days(1) });
});

test("one of a release that is withdrawn meanwhile is not opened again", async () => {
  const { id, team } = await closedItem();
  await withdrawRelease(bootstrapToken, { id });
  await signedIn((await person({ team: team.name })).username);
  await turn();
  expect(await itemOf(id, team.id)).toMatchObject({ closedAt: days(1) });
});

test("one that becomes mandatory is taken on anew, and escalates when nobody does", async () => {
  const { id: teamId } = await teamOf({ packaged: true });
  await db.teamResponsible.create({ data: { teamId, userId: owner.id ?? "" } });
  const { id } = await published(strict);
  const item = await itemOf(id, teamId);
  await sweepWorkItems();
  await acknowledgeWorkItem(owner, { id: item?.id ?? "" });
  await db.workItem.updateMany({ where: { id: item?.id ?? "" }, data: { escalatedAt: hours(1) } });
  await day.clock.set(hours(30));
  await escalateRelease(bootstrapToken, { id });
  await sweepWorkItems();
  expect(await itemOf(id, teamId)).toMatchObject({ ...anew(hours(30)), toldAt: hours(30) });
  await day.clock.set(new Date(hours(54).getTime() - 1));
  await sweepWorkItems();
  expect(await itemOf(id, teamId)).toMatchObject({ escalatedAt: null });
  await day.clock.set(hours(54));
  await sweepWorkItems();
  expect(await itemOf(id, teamId)).toMatchObject({ escalatedAt: hours(54) });
});

test("a date that has passed is refused, and nothing is changed", async () => {
  const { id: teamId, user } = await teamOf({ packaged: true });
  const { id } = await mandatory(strict);
  const item = (await itemOf(id, teamId))?.id ?? "";
  for (const signOutAt of [hours(-1), hours(0)])
    expect(await acknowledgeWorkItem(owner, { id: item, signOutAt })).toMatchObject({ code: "date-passed" });
  expect(await itemOf(id, teamId)).toMatchObject({ acknowledgedAt: null, signOutAt: days(7) });
  await turn();
  expect(await isOut(user)).toBe(false);
  expect(await acknowledgeWorkItem(owner, { id: item, signOutAt: minutes(1) })).toMatchObject({ ok: true });
});

test("what a newer release takes the place of is nothing to install any more", async () => {
  const team = await teamOf({ packaged: true });
  const older = await published();
  const newer = await published({ version: "2.19.0" });
  await day.clock.set(minutes(5));
  await closeDoneWorkItems();
  expect(await itemOf(older.id, team.id)).toMatchObject({ closedAt: minutes(5) });
  expect(await itemOf(newer.id, team.id)).toMatchObject({ closedAt: null });
});

test("IT is told of what is owed as it is now, not as it becomes", async () => {
  const team = await teamOf({ packaged: true });
  await published({ version: "2.20.0" });
  const { id } = await published({ escalateAt: hours(24).toISOString() });
  expect(await itemOf(id, team.id)).toBeNull();
});
