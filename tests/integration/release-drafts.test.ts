import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { draftOf, inputOf } from "@/app/(console)/releases/_components/draft";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeRelease, createRelease, deleteRelease } from "@/lib/releases/commands";
import { getRelease } from "@/lib/releases/details";
import { ChangeRelease, CreateRelease } from "@/lib/releases/schema";
import { person } from "./people";
import { draft, newDraft, published } from "./releases";
import { audited, supervisorOf, verbs } from "./teams";

const supervisor: Actor = supervisorOf(uuidv7());
const change = (id: string, given: object) =>
  changeRelease(bootstrapToken, { id, ...ChangeRelease.parse(given) });

test("a draft has the defaults of the design, and tells nobody", async () => {
  const made = await newDraft({ version: "v2.18.0 (2.63102)" });
  expect(made).toMatchObject({
    version: "2.18.0",
    build: "2.63102",
    status: "draft",
    distribution: "store",
    stagePercent: 100,
    graceMinutes: 15,
    hardLimitMinutes: 120,
    signOut: { mode: "waves", wavePercent: 10, waveMinutes: 10 },
    offers: [],
  });
  expect(made.inStoreAt).toEqual(made.createdAt);
  expect(verbs(await audited(made.id))).toEqual(["release.create"]);
});

test("whoever names people means them alone, unless a share is said", async () => {
  const user = await person();
  const tried = await newDraft({ users: [user.username.toUpperCase()], teams: ["billing"] });
  expect(tried).toMatchObject({ stagePercent: 0, userIds: [user.id], teamIds: [user.teamId] });
  expect(await newDraft({ users: [user.username], stagePercent: 5 })).toMatchObject({ stagePercent: 5 });
});

test.each([
  ["an unknown version", { version: "nightly" }, "version"],
  ["no link for the store", { storeUrl: null }, "storeUrl"],
  ["nothing to download", { channel: "desktop", distribution: "download", storeUrl: null }, "artifacts"],
  ["a script for a link", { storeUrl: "javascript:alert(1)" }, "storeUrl"],
  ["no last date", { signOut: { mode: "next_sign_out" } }, "signOut"],
  ["a system without a version", { minimumOs: "iOS" }, "minimumOs"],
  ["more than everybody", { stagePercent: 101 }, "stagePercent"],
  ["a field that nobody knows", { percent: 5 }, undefined],
])("%s is refused", (_, given, path) => {
  const parsed = CreateRelease.safeParse({ ...draft, ...given });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.path[0]).toBe(path);
});

test("names that are nobody's are refused", async () => {
  const make = (given: object) => createRelease(bootstrapToken, CreateRelease.parse({ ...draft, ...given }));
  expect(await make({ teams: ["No such team"] })).toMatchObject({ code: "unknown-team" });
  expect(await make({ excludeTeams: ["No such team"] })).toMatchObject({ code: "unknown-team" });
  expect(await make({ users: ["nobody at all"] })).toMatchObject({ code: "unknown-user" });
  expect(await make({ excludeUsers: ["nobody at all"] })).toMatchObject({ code: "unknown-user" });
});

test("a change changes what it names, with its version and build together", async () => {
  const made = await newDraft({ build: "1", graceMinutes: 30 });
  const changed = await change(made.id, {
    version: "2.19.0+7",
    kind: "mandatory",
    inStore: false,
    revision: 1,
  });
  expect(changed).toMatchObject({
    ok: true,
    value: {
      version: "2.19.0",
      build: "7",
      kind: "mandatory",
      graceMinutes: 30,
      inStoreAt: null,
      revision: 2,
    },
  });
  expect(await change(made.id, { notes: { en: "Two", de: "Zwei" }, revision: 1 })).toMatchObject({
    code: "setting-changed",
  });
  expect(await change(made.id, { storeUrl: null })).toMatchObject({ code: "invalid-request" });
  expect(await change(made.id, { teams: ["No such team"] })).toMatchObject({ code: "unknown-team" });
  expect(await change(made.id, { users: ["nobody at all"] })).toMatchObject({ code: "unknown-user" });
  const [, entry] = await audited(made.id);
  expect(entry).toMatchObject({
    verb: "release.change",
    detail: {
      changes: {
        from: { version: "2.18.0", kind: "recommended" },
        to: { version: "2.19.0", kind: "mandatory", inStoreAt: null },
      },
    },
  });
  expect(Object.keys(Object(entry?.detail?.changes).to)).not.toContain("graceMinutes");
});

test("what was seen in the store is one version", async () => {
  const { id, inStoreAt } = await newDraft();
  expect(inStoreAt).not.toBeNull();
  expect(await change(id, { notes: "Calls are clearer." })).toMatchObject({ value: { inStoreAt } });
  expect(await change(id, { version: "2.18.1" })).toMatchObject({ value: { inStoreAt: null } });
  expect(await change(id, { inStore: true })).toMatchObject({ value: { inStoreAt: expect.any(Date) } });
});

test("what is out is no draft any more", async () => {
  const out = await published({ users: [(await person()).username] });
  expect(await change(out.id, { kind: "mandatory" })).toMatchObject({ code: "release-is-out" });
  expect(await deleteRelease(bootstrapToken, { id: out.id })).toMatchObject({ code: "release-is-out" });
});

test("a draft is deleted and leaves its trace", async () => {
  const { id } = await newDraft();
  expect(await deleteRelease(bootstrapToken, { id })).toMatchObject({ ok: true });
  expect(await db.release.findUnique({ where: { id } })).toBeNull();
  expect(verbs(await audited(id))).toEqual(["release.create", "release.delete"]);
  expect(await deleteRelease(bootstrapToken, { id })).toMatchObject({ code: "not-found" });
  expect(await change(id, {})).toMatchObject({ code: "not-found" });
});

test("a supervisor neither makes, changes nor deletes one", async () => {
  const { id } = await newDraft();
  await expect(createRelease(supervisor, CreateRelease.parse(draft))).rejects.toMatchObject({
    code: "not-allowed",
  });
  await expect(changeRelease(supervisor, { id })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(deleteRelease(supervisor, { id })).rejects.toMatchObject({ code: "not-allowed" });
});

test("moments that nobody types anew stay what they are, to the second and in an hour that comes twice", async () => {
  const moments = {
    publishAt: "2027-03-01T09:00:30.250Z",
    // The second half past two of that night in Berlin.
    escalateAt: "2027-10-31T01:30:00.000Z",
    signOut: { mode: "next_sign_out", by: "2027-11-05T23:59:59.000Z" },
  };
  const { id } = await newDraft(moments);
  const found = await getRelease(bootstrapToken, { id });
  if (!found.ok) throw new Error(found.code);
  const shown = draftOf(found.value);
  expect(inputOf(shown, "Europe/Berlin")).toMatchObject(moments);
  expect(inputOf({ ...shown, publishAt: "2027-03-01T10:01" }, "Europe/Berlin")).toMatchObject({
    ...moments,
    publishAt: "2027-03-01T09:01:00Z",
  });
});
