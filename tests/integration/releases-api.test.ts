import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { changeTeam } from "@/lib/teams/commands";
import { call, tokenFor } from "./admin-api";
import { person, signedIn } from "./people";
import { draft, withdrawAll } from "./releases";
import { newTeam } from "./teams";

// What each route answers is parsed strictly, in `call`, with the schema that the document is made from.

const idIn = (value: unknown) => z.looseObject({ id: z.uuid() }).parse(value).id;

beforeEach(async () => {
  await withdrawAll();
  await db.installation.deleteMany();
  await beat();
});

async function made(given: object = {}) {
  const answer = await call("POST", "/releases", { body: { ...draft, ...given } });
  expect(answer.status).toBe(201);
  return idIn(answer.value);
}

test("a release from its draft to its end", async () => {
  const user = await person();
  await signedIn(user.username);
  const id = await made({
    notes: { en: "Better calls.", de: "Bessere Anrufe." },
    version: "2.18.0 (2.63102)",
  });
  expect((await call("GET", `/releases/${id}/preview`)).value).toMatchObject({
    owed: 1,
    signedOutNow: 0,
    current: 0,
  });
  expect((await call("GET", `/releases/${id}/preview?as=mandatory`)).value).toMatchObject({
    signedOutNow: 1,
  });
  await call("PATCH", `/releases/${id}`, { body: { stagePercent: 0, graceMinutes: 5 } });
  const step = (name: string, body?: object) =>
    call("POST", `/releases/${id}/${name}`, { ...(body && { body }) });
  expect((await step("publish")).value).toMatchObject({ status: "published", funnel: { owed: 0 } });
  expect(await step("publish")).toMatchObject({ status: 409, code: "release-is-out" });
  expect((await step("stage", { percent: 100 })).value).toMatchObject({
    stagePercent: 100,
    funnel: { owed: 1, seen: 0 },
  });
  expect(await step("stage", { percent: 50 })).toMatchObject({ code: "stage-not-wider" });
  await step("pause", { reason: "Looking into a crash" });
  await step("resume");
  await step("remind");
  expect((await step("escalate", { graceMinutes: 30 })).value).toMatchObject({ kind: "mandatory" });
  const deliveries = await call("GET", `/releases/${id}/deliveries?limit=1`);
  const { next } = z.looseObject({ next: z.string() }).parse(deliveries.value);
  expect((await call("GET", `/releases/${id}/deliveries?limit=1&cursor=${next}`)).value).toMatchObject({
    items: [{ username: user.username, kind: "recommended", closedWhy: "superseded" }],
    next: null,
  });
  expect((await call("GET", `/users/${user.username}`)).value).toMatchObject({
    seat: {
      update: {
        status: "mandatory",
        release: { id, label: "v2.18.0 (2.63102)" },
        because: expect.stringContaining("mandatory"),
      },
    },
  });
  expect((await call("GET", `/users/${user.username}/explain?channel=ios`)).value).toMatchObject({
    items: [{ status: "mandatory", considered: [{ releaseId: id, verdict: "mandatory" }] }],
  });
  expect((await call("GET", "/users?outdated=true&limit=500")).value).toMatchObject({
    items: [{ username: user.username }],
  });
  expect((await step("withdraw", { reason: "It crashes." })).value).toMatchObject({ status: "withdrawn" });
  expect((await call("GET", `/releases/${id}`)).value).toMatchObject({
    status: "withdrawn",
    funnel: { owed: 1 },
  });
  expect((await call("GET", `/users/${user.username}`)).value).toMatchObject({
    seat: { update: { status: "current", release: null } },
  });
});

test("every release is listed, page by page", async () => {
  const ids = [await made(), await made(), await made()].toReversed();
  const first = await call("GET", "/releases?status=draft&channel=ios&limit=2");
  const { items, next } = z
    .looseObject({ items: z.array(z.looseObject({ id: z.string() })), next: z.string() })
    .parse(first.value);
  expect(items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect((await call("GET", `/releases?status=draft&limit=2&cursor=${next}`)).value).toMatchObject({
    items: [{ id: ids[2] }],
  });
  expect(await call("GET", "/releases?cursor=none")).toMatchObject({ status: 422 });
  for (const id of ids) expect((await call("DELETE", `/releases/${id}`)).status).toBe(204);
});

test("what is wrong is refused, and said where", async () => {
  const post = (given: object) => call("POST", "/releases", { body: { ...draft, ...given } });
  expect(await post({ version: "nightly" })).toMatchObject({
    code: "invalid-request",
    errors: [{ path: "version" }],
  });
  expect(await post({ colour: "red" })).toMatchObject({ code: "invalid-request" });
  expect(await post({ users: ["nobody at all"] })).toMatchObject({
    code: "unknown-user",
    errors: [{ path: "users", message: expect.stringContaining("nobody at all") }],
  });
  expect(await call("GET", `/releases/${uuidv7()}`)).toMatchObject({ code: "not-found" });
  const id = await made({ kind: "mandatory", inStore: false });
  expect(await call("POST", `/releases/${id}/publish`)).toMatchObject({ code: "not-in-store" });
  expect(await call("POST", `/releases/${id}/withdraw`, { body: { reason: "" } })).toMatchObject({
    code: "invalid-request",
  });
  expect(await call("POST", `/releases/${id}/withdraw`)).toMatchObject({ code: "not-published" });
});

test.each([
  [{}, { storeUrl: null }, "invalid-request", "storeUrl"],
  [{ channel: "desktop", storeUrl: null }, { distribution: "store" }, "invalid-request", "storeUrl"],
  [{ channel: "desktop", storeUrl: null }, { distribution: "download" }, "invalid-request", "artifacts"],
  [{}, { signOut: { mode: "next_sign_out" } }, "invalid-request", "signOut.by"],
  [{}, { version: "nightly" }, "invalid-request", "version"],
  [{}, { excludeTeams: ["no such team"] }, "unknown-team", "excludeTeams"],
  [{}, { excludeUsers: ["nobody at all"] }, "unknown-user", "excludeUsers"],
])("a draft of %j does not become %j, and the field is named", async (given, change, code, path) => {
  const id = await made(given);
  expect(await call("PATCH", `/releases/${id}`, { body: change })).toMatchObject({
    status: 422,
    code,
    errors: [{ path, message: expect.stringMatching(/./) }],
  });
});

test("a supervisor's token reads and steps nothing of releases", async () => {
  const { name } = await newTeam();
  const { token } = await tokenFor(name);
  const id = await made();
  expect(await call("GET", "/releases", { token })).toMatchObject({ code: "not-allowed" });
  expect(await call("GET", `/releases/${id}/preview`, { token })).toMatchObject({ code: "not-allowed" });
  expect(await call("POST", `/releases/${id}/publish`, { token })).toMatchObject({ code: "not-allowed" });
  expect((await call("GET", "/work-items", { token })).value).toEqual({ items: [], next: null });
});

test("work items of a team on package deployment", async () => {
  const team = await newTeam();
  const [user, owner] = [await person({ team: team.name }), await person({ roles: ["administrator"] })];
  const settings = { packageDeployment: true, responsible: [owner.username] };
  expect((await call("PATCH", `/teams/${team.id}`, { body: settings })).value).toMatchObject(settings);
  await signedIn(user.username);
  const id = await made({ kind: "mandatory" });
  await call("POST", `/releases/${id}/publish`);
  const listed = await call("GET", "/work-items");
  const { items } = z
    .looseObject({ items: z.array(z.looseObject({ id: z.uuid(), team: z.string() })) })
    .parse(listed.value);
  const item = items.find((one) => one.team === team.name)?.id;
  expect((await call("GET", `/work-items/${item}/devices`)).value).toMatchObject({
    items: [{ username: user.username, os: "iOS 14.8" }],
  });
  expect((await call("GET", `/work-items/${item}`)).value).toMatchObject({ id: item, escalatedAt: null });
  expect(await call("GET", `/work-items/${uuidv7()}`)).toMatchObject({ code: "not-found" });
  const signOutAt = "2999-01-01T00:00:00.000Z";
  expect(
    (await call("POST", `/work-items/${item}/acknowledge`, { body: { signOutAt } })).value,
  ).toMatchObject({ signOutAt });
  expect((await call("GET", `/users/${user.username}`)).value).toMatchObject({
    seat: { update: { status: "mandatory" } },
  });
  await call("POST", `/releases/${id}/withdraw`);
  expect(await call("POST", `/work-items/${item}/acknowledge`)).toMatchObject({ code: "work-item-closed" });
  expect(await call("GET", `/work-items/${uuidv7()}/devices`)).toMatchObject({ code: "not-found" });
  await changeTeam(bootstrapToken, { id: team.id, packageDeployment: false });
});

test("work items are listed page by page", async () => {
  const teams = [await newTeam(), await newTeam(), await newTeam()];
  for (const { id, name } of teams) {
    await changeTeam(bootstrapToken, { id, packageDeployment: true });
    await signedIn((await person({ team: name })).username);
  }
  const id = await made();
  await call("POST", `/releases/${id}/publish`);
  const Page = z.looseObject({
    items: z.array(z.looseObject({ team: z.string(), releaseId: z.string() })),
    next: z.string().nullable(),
  });
  const listed: string[] = [];
  let next: string | null = "";
  for (let pages = 0; next !== null && pages < 10; pages++) {
    const answer = await call("GET", `/work-items?limit=1${next && `&cursor=${next}`}`);
    const page = Page.parse(answer.value);
    listed.push(...page.items.filter((one) => one.releaseId === id).map(({ team }) => team));
    next = page.next;
  }
  expect(listed.toSorted()).toEqual(teams.map(({ name }) => name).toSorted());
  expect(await call("GET", "/work-items?cursor=none")).toMatchObject({ status: 422 });
  for (const team of teams) await changeTeam(bootstrapToken, { id: team.id, packageDeployment: false });
});
