import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeRelease } from "@/lib/releases/commands";
import { pauseRelease, withdrawRelease } from "@/lib/releases/course";
import { getRelease } from "@/lib/releases/details";
import { previewDraft, previewDraftPeople } from "@/lib/releases/draft-preview";
import { funnelPeople, releaseFunnel } from "@/lib/releases/funnel";
import { releaseHistory } from "@/lib/releases/history";
import { listReleases } from "@/lib/releases/overview";
import { previewRelease } from "@/lib/releases/preview";
import { CreateRelease, PreviewDraft } from "@/lib/releases/schema";
import { endSession } from "@/lib/sessions/end";
import { attempt, person } from "./people";
import { draft, mandatory, newDraft, published, versioned, withdrawAll } from "./releases";
import { supervisorOf } from "./teams";

const supervisor = supervisorOf(uuidv7());

const form = (given: Record<string, unknown> = {}) =>
  PreviewDraft.parse({
    id: null,
    channel: "ios",
    version: "2.18.0",
    build: null,
    kind: "mandatory",
    minimumOs: null,
    inStore: false,
    holdHours: 0,
    publishAt: null,
    stagePercent: 0,
    teams: [],
    users: [],
    excludeTeams: [],
    excludeUsers: [],
    graceMinutes: 15,
    signOut: { mode: "at_once" },
    ...given,
  });

beforeEach(withdrawAll);

/** Somebody who is signed in on an older phone. */
async function outdated() {
  const user = await person();
  await attempt(user.username, { client: versioned("2.17.60") });
  return user;
}

test("a draft counts as it stands on the screen, and alike once it is saved", async () => {
  const { username } = await outdated();
  const counted = await previewDraft(bootstrapToken, form({ users: [username] }));
  expect(counted).toMatchObject({ ok: true, value: { counts: { owed: 1, signedOutNow: 1 }, atSignIn: 0 } });
  const recommended = await previewDraft(bootstrapToken, form({ users: [username], kind: "recommended" }));
  expect(recommended).toMatchObject({ value: { counts: { owed: 1, signedOutNow: 0 } } });

  const { id } = await newDraft({ kind: "mandatory", users: [username], signOut: { mode: "at_once" } });
  const saved = await previewRelease(bootstrapToken, { id });
  expect(saved).toMatchObject({ value: { counts: { owed: 1, signedOutNow: 1 }, atSignIn: 0 } });
});

test("a draft that becomes mandatory by itself is counted for then as well, as it will be confirmed", async () => {
  const { username } = await outdated();
  const at = new Date(Date.now() + 86_400_000);
  const recommended = { users: [username], kind: "recommended", inStore: true };
  const asked = form({ ...recommended, escalation: { at: at.toISOString(), graceMinutes: 5 } });
  const counted = await previewDraft(bootstrapToken, asked);
  const outAt = new Date(at.getTime() + 5 * 60_000);
  const then = { counts: { owed: 1, signedOutNow: 1 }, at, outAt: null, lastSignOutAt: outAt };
  expect(counted).toMatchObject({ value: then });
  expect(await previewDraftPeople(bootstrapToken, asked, "signedOutNow")).toMatchObject({
    value: { items: [{ username, now: { signOutAt: outAt } }] },
  });

  const signOut = { mode: "at_once" };
  const { id } = await newDraft({
    ...recommended,
    escalateAt: at.toISOString(),
    escalateGraceMinutes: 5,
    signOut,
  });
  const saved = await previewRelease(bootstrapToken, { id, as: "mandatory", at });
  expect(saved).toMatchObject({ value: then });

  const held = form({
    ...recommended,
    ...{ holdHours: 48, escalation: { at: at.toISOString(), graceMinutes: null } },
  });
  const late = await previewDraft(bootstrapToken, held);
  expect(late.ok && late.value.at.getTime()).toBeGreaterThan(at.getTime() + 80_000_000);
});

test("what becomes mandatory does so after it goes out", async () => {
  const given = { ...draft, publishAt: "2027-03-02T10:00:00Z", escalateAt: "2027-03-02T10:00:00Z" };
  expect(CreateRelease.safeParse(given).error?.issues).toMatchObject([{ path: ["escalateAt"] }]);
  expect(CreateRelease.safeParse({ ...given, escalateAt: "2027-03-02T10:01:00Z" }).success).toBe(true);
  const { id } = await newDraft({ escalateAt: "2027-03-02T10:01:00Z" });
  const later = { id, publishAt: new Date("2027-03-03T10:00:00Z") };
  expect(await changeRelease(bootstrapToken, later)).toMatchObject({
    detail: { errors: [{ path: "escalateAt" }] },
  });
});

test("each of its figures has the people behind it", async () => {
  const { username } = await outdated();
  const behind = await previewDraftPeople(bootstrapToken, form({ users: [username] }), "signedOutNow");
  expect(behind).toMatchObject({
    value: { items: [{ username, app: { version: "2.17.60" } }] },
  });
  const nobody = await previewDraftPeople(bootstrapToken, form({ users: [username] }), "packageDeployment");
  expect(nobody).toMatchObject({ value: { items: [], teams: [] } });
});

test("a draft for nobody's name, or for a release that is gone, is refused", async () => {
  expect(await previewDraft(bootstrapToken, form({ users: ["nobody at all"] }))).toMatchObject({
    code: "unknown-user",
  });
  expect(await previewDraft(bootstrapToken, form({ teams: ["No such team"] }))).toMatchObject({
    code: "unknown-team",
  });
  expect(await previewDraft(bootstrapToken, form({ id: uuidv7() }))).toMatchObject({ code: "not-found" });
});

test("the funnel counts each person once, as far as they got", async () => {
  const first = await outdated();
  const second = await outdated();
  const { id } = await mandatory({ users: [first.username, second.username] });
  await db.notice.updateMany({
    where: { releaseId: id, userId: first.id },
    data: { deliveredAt: new Date(), seenAt: new Date() },
  });
  const funnel = await releaseFunnel(bootstrapToken, { id });
  expect(funnel).toMatchObject({
    value: { owed: 2, delivered: 1, seen: 1, acknowledged: 0, signedOut: 0, updated: 0 },
  });
  const seen = await funnelPeople(bootstrapToken, { id, step: "seen" });
  expect(seen).toMatchObject({ value: { items: [{ username: first.username }] } });
  const owed = await funnelPeople(bootstrapToken, { id, step: "owed" });
  expect(owed).toMatchObject({ value: { items: { length: 2 } } });
  expect(await releaseFunnel(bootstrapToken, { id: uuidv7() })).toMatchObject({ code: "not-found" });
  expect(await funnelPeople(bootstrapToken, { id: uuidv7(), step: "owed" })).toMatchObject({
    code: "not-found",
  });
});

test("whoever owed it, owed it, whatever becomes of the release", async () => {
  const told = await outdated();
  const away = await outdated();
  await db.$transaction((tx) =>
    endSession(tx, away.id, { cause: "signed_out", by: { kind: "person", id: away.id } }),
  );
  const { id } = await published({ users: [told.username, away.username], stagePercent: 0 });
  const owed = async () => {
    const funnel = await releaseFunnel(bootstrapToken, { id });
    return funnel.ok && funnel.value.owed;
  };
  expect(await owed()).toBe(2);
  await pauseRelease(bootstrapToken, { id });
  expect(await owed()).toBe(2);
  await withdrawRelease(bootstrapToken, { id });
  expect(await owed()).toBe(2);
});

test("the list and the page agree, and the history says why", async () => {
  const { username } = await outdated();
  const { id } = await mandatory({ users: [username] });
  const listed = (await listReleases(bootstrapToken)).find((release) => release.id === id);
  expect(listed).toMatchObject({ status: "published", owed: 1 });
  expect(await getRelease(bootstrapToken, { id })).toMatchObject({
    value: { users: [{ username }], teams: [], excludeTeams: [] },
  });
  expect(await getRelease(bootstrapToken, { id: uuidv7() })).toMatchObject({ code: "not-found" });

  await withdrawRelease(bootstrapToken, { id, reason: "It drops calls." });
  const [last, ...before] = await releaseHistory(bootstrapToken, { id });
  expect(last).toMatchObject({ verb: "release.withdraw", note: "It drops calls.", rule: false });
  expect(before.map(({ verb, counts }) => [verb, counts?.owed])).toEqual([
    ["release.publish", 1],
    ["release.create", undefined],
  ]);
});

test("a supervisor sees nothing of it", async () => {
  const id = uuidv7();
  const asked = [
    () => listReleases(supervisor),
    () => getRelease(supervisor, { id }),
    () => previewDraft(supervisor, form()),
    () => previewDraftPeople(supervisor, form(), "owed"),
    () => releaseFunnel(supervisor, { id }),
    () => funnelPeople(supervisor, { id, step: "owed" }),
    () => releaseHistory(supervisor, { id }),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: "not-allowed" });
});
