import { expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { previewDraft } from "@/lib/releases/draft-preview";
import { previewPeople, previewRelease, previewWider } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { PreviewDraft } from "@/lib/releases/schema";
import { turnReleases } from "@/lib/releases/turn";
import { changeSettings } from "@/lib/settings/commands";
import { changeTeam } from "@/lib/teams/commands";
import { moveMembers } from "@/lib/teams/members";
import { person, signedIn } from "./people";
import { eachAtNoon, hours, minutes, start } from "./release-day";
import { draft, newDraft, openNoticesOf, published } from "./releases";
import { newTeam } from "./teams";

const day = eachAtNoon();

type Asked = Omit<Parameters<typeof previewRelease>[1], "id">;
async function foreseen(id: string, asked: Asked = {}) {
  const preview = await previewRelease(bootstrapToken, { id, ...asked });
  if (!preview.ok) throw new Error(preview.code);
  return preview.value;
}

async function outdated() {
  const user = await person();
  await signedIn(user.username);
  return user;
}

const strict = { kind: "mandatory", graceMinutes: 15, signOut: { mode: "at_once" } };

test("what is prepared is foreseen at its time, and comes about as it was foreseen", async () => {
  const { id } = await newDraft({ ...strict, publishAt: hours(5).toISOString() });
  const then = await foreseen(id);
  expect(then).toMatchObject({ at: hours(5), countedAt: start, counts: { owed: 1, signedOutNow: 1 } });
  expect(then.firstSignOutAt).toEqual(minutes(315));
  expect(await foreseen(id, { atOnce: true })).toMatchObject({ at: start, firstSignOutAt: minutes(15) });

  await publishRelease(bootstrapToken, { id });
  expect(await foreseen(id)).toEqual(then);
  await day.clock.set(hours(5));
  await turnReleases();
  expect(await openNoticesOf(day.user.id)).toMatchObject([{ signOutAt: then.firstSignOutAt }]);
});

test("the hours for which the store is to have it first count, of a draft on the screen, too", async () => {
  const { id } = await newDraft({ ...strict, holdHours: 4 });
  expect(await foreseen(id)).toMatchObject({ at: hours(4), firstSignOutAt: minutes(255) });
  const form = PreviewDraft.parse({
    ...{ id, channel: "ios", version: "2.18.0", build: null, minimumOs: null, stagePercent: 100 },
    ...{ inStore: true, holdHours: 4, publishAt: null },
    ...{ teams: [], users: [], excludeTeams: [], excludeUsers: [] },
    ...strict,
  });
  expect(await previewDraft(bootstrapToken, form)).toMatchObject({ value: { at: hours(4) } });
  const later = { ...form, publishAt: hours(6) };
  expect(await previewDraft(bootstrapToken, later)).toMatchObject({
    value: { at: hours(6), firstSignOutAt: minutes(375) },
  });
});

test("an escalation is foreseen at its date, with the time that it gives then", async () => {
  const { id } = await published({
    ...strict,
    kind: "recommended",
    escalateAt: hours(3).toISOString(),
    escalateGraceMinutes: 7,
  });
  const signsOut = (count: number) => ({ counts: { owed: 1, signedOutNow: count } });
  expect(await foreseen(id)).toMatchObject(signsOut(0));
  expect(await foreseen(id, { at: minutes(179) })).toMatchObject({ ...signsOut(0), firstSignOutAt: null });
  const then = await foreseen(id, { at: hours(3) });
  expect(then).toMatchObject({ ...signsOut(1), firstSignOutAt: minutes(187) });
  expect(await foreseen(id, { as: "mandatory", at: hours(2) })).toMatchObject({
    ...signsOut(1),
    firstSignOutAt: minutes(127),
  });
  // What is past cannot be foreseen.
  expect(await foreseen(id, { at: hours(-1) })).toMatchObject({ at: start });

  await day.clock.set(hours(3));
  await turnReleases();
  expect(await openNoticesOf(day.user.id)).toMatchObject([
    { kind: "mandatory", signOutAt: then.firstSignOutAt },
  ]);
});

test("what becomes mandatory by itself is confirmed with the times of that day, whenever it goes out", async () => {
  const turns = {
    ...strict,
    kind: "recommended",
    escalateAt: hours(50).toISOString(),
    escalateGraceMinutes: 7,
  };
  const { id } = await newDraft({ ...turns, publishAt: hours(2).toISOString() });
  expect(await foreseen(id, { as: "mandatory", at: hours(50) })).toMatchObject({
    ...{ outAt: hours(2), at: hours(50) },
    ...{ counts: { signedOutNow: 1 }, firstSignOutAt: minutes(50 * 60 + 7) },
  });
  expect(await foreseen(id, { as: "mandatory", at: hours(50), atOnce: true })).toMatchObject({
    ...{ outAt: null, at: hours(50) },
  });

  const few = await published({ ...turns, version: "2.18.1", stagePercent: 0 });
  expect(await previewWider(bootstrapToken, { id: few.id, percent: 100 })).toMatchObject({
    value: { outAt: null, at: hours(50), firstSignOutAt: minutes(50 * 60 + 7), counts: { signedOutNow: 1 } },
  });
});

test("IT's date counts from the moment that is foreseen; its figure names the teams and who is responsible", async () => {
  const [team, other] = [await newTeam(), await newTeam()];
  const owner = await person({ roles: ["administrator"] });
  await moveMembers(bootstrapToken, { usernames: [day.user.username], teamId: team.id });
  await moveMembers(bootstrapToken, { usernames: [(await outdated()).username], teamId: other.id });
  await changeTeam(bootstrapToken, { id: team.id, packageDeployment: true, responsible: [owner.username] });
  await changeTeam(bootstrapToken, { id: other.id, packageDeployment: true });
  const { id } = await newDraft({ ...strict, publishAt: hours(24).toISOString() });
  const people = await previewPeople(bootstrapToken, { id, figure: "packageDeployment" });
  const signOutAt = hours(8 * 24);
  if (!people.ok) throw new Error(people.code);
  expect(people.value.items.map((item) => item.now?.signOutAt)).toEqual([signOutAt, signOutAt]);
  const named = (one: typeof team, responsible: string[]) => ({
    ...{ id: one.id, name: one.name, responsible },
    ...{ devices: 1, signOutAt },
  });
  expect(people.value.teams.toSorted((a, b) => a.responsible.length - b.responsible.length)).toEqual([
    named(other, []),
    named(team, [owner.name]),
  ]);
  const owed = await previewPeople(bootstrapToken, { id, figure: "owed" });
  expect(owed).toMatchObject({ value: { items: { length: 2 }, teams: [] } });
});

test("a recommended one that goes out in the quiet hours is told when they end", async () => {
  await changeSettings(bootstrapToken, { quietFrom: "22:00", quietUntil: "07:00" });
  const night = new Date("2026-11-26T22:30:00Z").toISOString();
  const quiet = { quietUntil: new Date("2026-11-27T06:00:00Z") };
  expect(await foreseen((await newDraft({ publishAt: night })).id)).toMatchObject(quiet);
  expect(await foreseen((await newDraft({ ...strict, publishAt: night })).id)).toMatchObject({
    quietUntil: null,
  });
  const { id } = await published({ ...draft, escalateAt: hours(20).toISOString() });
  expect(await foreseen(id)).toMatchObject({ quietUntil: null });
  expect(await foreseen(id, { at: hours(10) })).toMatchObject({
    quietUntil: new Date("2026-11-27T06:00:00Z"),
  });
  expect(await foreseen(id, { as: "mandatory", at: hours(10) })).toMatchObject({ quietUntil: null });
  await changeSettings(bootstrapToken, { quietFrom: null, quietUntil: null });
});

test("until when IT is to install it is told where nobody of the team is signed in, too", async () => {
  const owing = await outdated();
  const team = await newTeam();
  await moveMembers(bootstrapToken, { usernames: [owing.username], teamId: team.id });
  await changeTeam(bootstrapToken, { id: team.id, packageDeployment: true });
  await db.seat.updateMany({ where: { userId: owing.id }, data: { open: false, logoutAt: start } });
  const { id } = await newDraft(strict);
  const until = { firstPackagedUntil: hours(7 * 24), lastPackagedUntil: hours(7 * 24) };
  expect(await foreseen(id)).toMatchObject({ ...until, lastSignOutAt: minutes(15) });
  const people = await previewPeople(bootstrapToken, { id, figure: "packageDeployment" });
  expect(people).toMatchObject({
    value: { items: [{ now: { signOutAt: null } }], teams: [{ id: team.id, signOutAt: hours(7 * 24) }] },
  });
  const none = { firstPackagedUntil: null, lastPackagedUntil: null };
  expect(await foreseen((await newDraft({ ...strict, kind: "recommended" })).id)).toMatchObject(none);
});
