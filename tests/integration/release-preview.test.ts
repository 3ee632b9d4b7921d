import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { escalateRelease, withdrawRelease } from "@/lib/releases/course";
import type { Figure } from "@/lib/releases/foresee";
import { previewPeople, previewRelease } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { turnReleases } from "@/lib/releases/turn";
import { beat } from "@/lib/seats/beat";
import { endSession } from "@/lib/sessions/end";
import { changeTeam } from "@/lib/teams/commands";
import { moveMembers } from "@/lib/teams/members";
import { acknowledgeWorkItem, exportDevices } from "@/lib/work-items/commands";
import { devicesOf, listWorkItems } from "@/lib/work-items/queries";
import { passInClock } from "./clock";
import { attempt, desktop, person, signedIn, tell } from "./people";
import { newDraft, openNoticesOf, published, versioned, withdrawAll } from "./releases";
import { audited, newTeam, supervisorOf } from "./teams";

const start = new Date("2026-11-26T12:00:00Z");
const days = (count: number) => new Date(start.getTime() + count * 86_400_000);
let clock: Awaited<ReturnType<typeof passInClock>>;

beforeAll(async () => {
  clock = await passInClock(start);
});

beforeEach(async () => {
  await clock.set(start);
  await withdrawAll();
  await db.installation.deleteMany();
  await beat();
});

const counts = async (id: string, as?: "mandatory") => {
  const preview = await previewRelease(bootstrapToken, { id, as });
  if (!preview.ok) throw new Error(preview.code);
  return preview.value;
};

async function behind(id: string, figure: Figure) {
  const people = await previewPeople(bootstrapToken, { id, figure });
  if (!people.ok) throw new Error(people.code);
  return people.value.items.map(({ username }) => username);
}

const signOut = (userId: string) =>
  db.$transaction((tx) =>
    endSession(tx, userId, { cause: "signed_out", by: { kind: "person", id: userId } }),
  );

test("every figure, and the people behind it", async () => {
  const team = await newTeam();
  const [idle, busy, mail, gone, old, packaged, odd, fresh, off] = await Promise.all(
    Array.from({ length: 9 }, () => person()),
  );
  if (!(idle && busy && mail && gone && old && packaged && odd && fresh && off))
    throw new Error("nine people");
  await changeTeam(bootstrapToken, { id: team.id, packageDeployment: true });
  await moveMembers(bootstrapToken, { usernames: [packaged.username], teamId: team.id });
  const capable = versioned("2.17.60", { osVersion: "17.1" });
  await Promise.all([
    ...[idle, gone, packaged, off].map(({ username }) => signedIn(username, { client: capable })),
    signedIn(old.username),
    signedIn(odd.username, { client: versioned("nightly") }),
    signedIn(fresh.username, { client: versioned("2.18.0") }),
  ]);
  for (const user of [busy, mail]) {
    const { sessionId } = await signedIn(user.username, { client: capable });
    const channel = user === busy ? "voice" : "email";
    const sent = { type: "interaction", interactionId: "1", phase: "started", channel, direction: "inbound" };
    await tell({ id: sessionId, userId: user.id }, sent);
  }
  await signOut(gone.id);
  await signedIn(gone.username, { client: desktop });
  await signOut(off.id);
  await db.user.update({ where: { id: off.id }, data: { disabledAt: start } });

  const { id } = await newDraft({
    kind: "mandatory",
    minimumOs: "16",
    graceMinutes: 15,
    signOut: { mode: "at_once" },
  });
  const preview = await counts(id);
  expect(preview.counts).toEqual({
    owed: 6,
    // An e-mail keeps nobody signed in, and whoever cannot install it is signed out like anybody.
    signedOutNow: 3,
    afterInteraction: 1,
    unsupportedOs: 1,
    packageDeployment: 1,
    unknownVersion: 1,
    current: 1,
  });
  expect(preview.firstSignOutAt).toEqual(new Date(start.getTime() + 15 * 60_000));
  expect(preview.lastSignOutAt).toEqual(preview.firstSignOutAt);
  const names = (...users: { username: string }[]) => users.map(({ username }) => username).toSorted();
  const expected = {
    owed: names(idle, busy, mail, gone, old, packaged),
    signedOutNow: names(idle, mail, old),
    afterInteraction: names(busy),
    unsupportedOs: names(old),
    packageDeployment: names(packaged),
    unknownVersion: names(odd),
    current: names(fresh),
  };
  const figures = Object.keys(preview.counts) as Figure[];
  const lists = figures.map(async (figure) => [figure, (await behind(id, figure)).toSorted()]);
  expect(Object.fromEntries(await Promise.all(lists))).toEqual(expected);
});

test("a recommended release signs nobody out, and is not owed where it cannot run", async () => {
  await signedIn((await person()).username, { client: versioned("2.17", { osVersion: "17" }) });
  await signedIn((await person()).username);
  const { id } = await newDraft({ minimumOs: "16" });
  expect((await counts(id)).counts).toMatchObject({ owed: 1, signedOutNow: 0, unsupportedOs: 1 });
  expect((await counts(id, "mandatory")).counts).toMatchObject({
    owed: 2,
    signedOutNow: 2,
    unsupportedOs: 1,
  });
});

test("what was not seen for 30 days does not count", async () => {
  await signedIn((await person()).username);
  const { id } = await newDraft();
  expect((await counts(id)).counts.owed).toBe(1);
  await clock.set(days(31));
  expect((await counts(id)).counts.owed).toBe(0);
});

test("whoever may not read releases foresees nothing", async () => {
  const { id } = await newDraft();
  const supervisor = supervisorOf(uuidv7());
  await expect(previewRelease(supervisor, { id })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(previewPeople(supervisor, { id, figure: "owed" })).rejects.toMatchObject({
    code: "not-allowed",
  });
  expect(await previewRelease(bootstrapToken, { id: uuidv7() })).toMatchObject({ code: "not-found" });
  expect(await previewPeople(bootstrapToken, { id: uuidv7(), figure: "owed" })).toMatchObject({
    code: "not-found",
  });
});

describe("package deployment", () => {
  async function packagedTeam() {
    const [team, owner, user] = [await newTeam(), await person({ roles: ["administrator"] }), await person()];
    await moveMembers(bootstrapToken, { usernames: [user.username], teamId: team.id });
    const changed = await changeTeam(bootstrapToken, {
      id: team.id,
      packageDeployment: true,
      responsible: [owner.username],
    });
    if (!changed.ok) throw new Error(changed.code);
    await signedIn(user.username);
    const actor: Actor = { kind: "person", id: owner.id, roles: ["administrator"], scope: "all" };
    return { team, owner, user, actor };
  }
  const itemsOf = async (teamId: string) =>
    (await listWorkItems(bootstrapToken)).items.filter((item) => item.teamId === teamId);

  test("a recommended release is a work item, and nobody of the team is told", async () => {
    const { team, user, actor } = await packagedTeam();
    const release = await published();
    expect(await openNoticesOf(user.id)).toEqual([]);
    const [item] = await itemsOf(team.id);
    expect(item).toMatchObject({ releaseId: release.id, signOutAt: null, acknowledgedAt: null });
    const id = item?.id ?? "";
    expect(await devicesOf(actor, { id })).toMatchObject({
      ok: true,
      value: [{ userId: user.id, device: "iPhone 8 Plus" }],
    });
    expect(await exportDevices(actor, { id })).toMatchObject({ value: { length: 1 } });
    expect((await audited(id)).at(-1)).toMatchObject({
      verb: "work-item.export",
      detail: { changes: { devices: 1 } },
    });
    expect(await acknowledgeWorkItem(actor, { id, signOutAt: days(3) })).toMatchObject({
      code: "not-mandatory",
    });
    expect(await acknowledgeWorkItem(actor, { id })).toMatchObject({
      ok: true,
      value: { acknowledgedById: actor.id },
    });
    await escalateRelease(bootstrapToken, { id: release.id });
    expect(await itemsOf(team.id)).toMatchObject([{ id, signOutAt: days(7) }]);
  });

  test("a mandatory one signs them out at a date of their own, which its owner moves", async () => {
    const { team, user, actor } = await packagedTeam();
    const release = await published({ kind: "mandatory", graceMinutes: 0, signOut: { mode: "at_once" } });
    expect(await openNoticesOf(user.id)).toMatchObject([{ packaged: true, signOutAt: days(7) }]);
    await signOut(user.id);
    expect((await attempt(user.username)).ok).toBe(true);
    const [item] = await itemsOf(team.id);
    const id = item?.id ?? "";
    expect(await acknowledgeWorkItem(actor, { id, signOutAt: days(2) })).toMatchObject({ ok: true });
    expect(await openNoticesOf(user.id)).toMatchObject([{ signOutAt: days(2) }]);
    await signOut(user.id);
    await clock.set(days(2));
    expect(await attempt(user.username)).toMatchObject({
      code: "update-required",
      detail: { packaged: true },
    });
    await withdrawRelease(bootstrapToken, { id: release.id });
    expect(await itemsOf(team.id)).toEqual([]);
    expect(await acknowledgeWorkItem(actor, { id })).toMatchObject({ code: "work-item-closed" });
  });

  test("a team that is put on it later is told of no recommended release any more", async () => {
    const [team, user] = [await newTeam(), await person()];
    await moveMembers(bootstrapToken, { usernames: [user.username], teamId: team.id });
    await signedIn(user.username);
    const { id } = await newDraft();
    await publishRelease(bootstrapToken, { id });
    expect(await openNoticesOf(user.id)).toHaveLength(1);
    await changeTeam(bootstrapToken, { id: team.id, packageDeployment: true });
    await turnReleases();
    expect(await openNoticesOf(user.id)).toEqual([]);
    expect(await itemsOf(team.id)).toHaveLength(1);
  });

  test("only administrators are responsible, and only they and whoever reads releases see it", async () => {
    const { team, owner, user } = await packagedTeam();
    await published();
    const change = (responsible: string[]) => changeTeam(bootstrapToken, { id: team.id, responsible });
    expect(await change([user.username])).toMatchObject({ code: "not-an-administrator" });
    expect(await change(["nobody at all"])).toMatchObject({ code: "unknown-user" });
    const [item] = await itemsOf(team.id);
    const id = item?.id ?? "";
    const former: Actor = { kind: "person", id: owner.id, roles: ["agent"], scope: [] };
    expect((await listWorkItems(former)).items.map((row) => row.id)).toEqual([id]);
    const other: Actor = { ...former, id: user.id };
    expect((await listWorkItems(other)).items).toEqual([]);
    expect(await devicesOf(other, { id })).toMatchObject({ code: "not-found" });
    expect(await exportDevices(other, { id })).toMatchObject({ code: "not-found" });
    expect(await acknowledgeWorkItem(other, { id })).toMatchObject({ code: "not-found" });
  });
});
