import { describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db";
import { mostLayouts } from "@/lib/layouts/schema";
import { call, tokenFor } from "./admin-api";
import { newName, nobody } from "./layouts";
import { newTeam } from "./teams";

// What each route answers is parsed strictly, in `call`, with the schema that the document is made from.

const team = await newTeam();
const other = await newTeam();
const { token, user } = await tokenFor(team.name);
const colleague = await tokenFor(team.name);
const stranger = await tokenFor(other.name);
const analyst = await tokenFor(team.name, ["analyst"]);

const subject = "login-logout";
const personal = { kind: "personal" };
const ours = { kind: "team", teamId: team.id };
const everyone = { kind: "everyone" };
const content = { order: ["agent", "platform", "os"], filters: { os: ["iOS 14.8"], preset: ["lastMonth"] } };

const Answer = z.looseObject({ id: z.uuid(), revision: z.int() });
const Page = z.looseObject({ items: z.array(Answer), next: z.string().nullable() });

const post = (body: object, by = token) =>
  call("POST", "/layouts", {
    token: by,
    body: { subject, name: newName(), audience: personal, content, ...body },
  });
async function made(body: object = {}, by = token) {
  const answer = await post(body, by);
  expect(answer.status).toBe(201);
  return Answer.parse(answer.value).id;
}
const patch = (id: string, body: object, by = token) =>
  call("PATCH", `/layouts/${id}`, { token: by, body: { revision: 1, ...body } });
const get = (id: string, by = token) => call("GET", `/layouts/${id}`, { token: by });
const remove = (id: string, revision: number | string, by = token) =>
  call("DELETE", `/layouts/${id}?revision=${revision}`, { token: by });

describe("layouts by the API", () => {
  test("from their first name to their end", async () => {
    const name = newName();
    const id = await made({ name });
    expect((await get(id)).value).toEqual({
      id,
      name,
      revision: 1,
      audience: personal,
      owner: user.name,
      mine: true,
      content: {
        version: 1,
        widths: {},
        hidden: {},
        density: "comfortable",
        sort: [],
        group: [],
        ...content,
      },
      gone: [],
    });
    const changed = await patch(id, { name: `${name} 2`, content: { sort: [{ id: "os" }] } });
    expect(changed.value).toMatchObject({
      name: `${name} 2`,
      revision: 2,
      content: { order: [], filters: {}, sort: [{ id: "os", desc: false }] },
    });
    expect(await remove(id, 2)).toMatchObject({ status: 204 });
    expect(await get(id)).toMatchObject({ status: 404, code: "not-found" });
  });

  test("of those who may see them, in pages", async () => {
    const reader = await tokenFor(team.name);
    const ids = [await made({}, reader.token), await made({ audience: ours }), await made({}, reader.token)];
    const list = async (query: string, by = reader.token) =>
      Page.parse((await call("GET", `/layouts?subject=${subject}${query}`, { token: by })).value);
    const first = await list("&limit=2");
    const all = [...first.items];
    let { next } = first;
    while (next) {
      const page = await list(`&limit=2&cursor=${next}`);
      all.push(...page.items);
      next = page.next;
    }
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect((await list("", stranger.token)).items.map(({ id }) => id)).not.toContain(ids[1]);
    const agents = await call("GET", "/layouts?subject=agents", { token: reader.token });
    expect(agents.value).toEqual({ items: [], next: null });
    await remove(String(ids[1]), 1);
  });

  test("an analyst keeps those of the report, and has none of the Agent Metrics View", async () => {
    await made({}, analyst.token);
    const refused = { status: 403, code: "not-allowed" };
    expect(await post({ subject: "agents", content: {} }, analyst.token)).toMatchObject(refused);
    expect(await call("GET", "/layouts?subject=agents", { token: analyst.token })).toMatchObject(refused);
    const id = await made({ subject: "agents", content: {}, audience: ours });
    expect(await get(id, analyst.token)).toMatchObject(refused);
    await remove(id, 1);
  });
});

describe("a token that acts for nobody", () => {
  test("has none of its own, and sees and takes away what is shared", async () => {
    expect(await call("POST", "/layouts", { body: layoutOf({}) })).toMatchObject({
      status: 403,
      code: "needs-a-person",
    });
    const [mine, shared] = [await made(), await made({ audience: ours })];
    const listed = await call("GET", `/layouts?subject=${subject}&limit=500`);
    const ids = Page.parse(listed.value).items.map(({ id }) => id);
    expect(ids).toContain(shared);
    expect(ids).not.toContain(mine);
    expect(await call("PATCH", `/layouts/${mine}`, { body: { revision: 1, name: "Ours" } })).toMatchObject({
      code: "not-found",
    });
    expect(await call("DELETE", `/layouts/${shared}?revision=1`)).toMatchObject({ status: 204 });
  });
});

const layoutOf = (content: object) => ({ subject, name: newName(), audience: personal, content });

describe("what is refused", () => {
  test("what somebody may not do", async () => {
    const id = await made({ audience: ours });
    expect(await post({ audience: everyone })).toMatchObject({ status: 403, code: "not-allowed" });
    expect(await post({ audience: { kind: "team", teamId: other.id } })).toMatchObject({
      code: "not-allowed",
    });
    expect(await patch(id, { name: "Mine" }, colleague.token)).toMatchObject({ code: "not-allowed" });
    expect(await remove(id, 1, colleague.token)).toMatchObject({ code: "not-allowed" });
    for (const refused of [await get(id, stranger.token), await patch(id, {}, stranger.token)])
      expect(refused).toMatchObject({ status: 404, code: "not-found" });
    expect(await remove(nobody, 1)).toMatchObject({ code: "not-found" });
    await remove(id, 1);
  });

  test("a team that is no more", async () => {
    const administrator = await tokenFor(team.name, ["administrator"]);
    const audience = { kind: "team", teamId: nobody };
    const unknown = { status: 422, code: "unknown-team" };
    expect(await post({ audience }, administrator.token)).toMatchObject(unknown);
    const id = await made({}, administrator.token);
    expect(await patch(id, { audience }, administrator.token)).toMatchObject(unknown);
  });

  test("a name that is taken", async () => {
    const [name, taken] = [newName(), { status: 409, code: "layout-name-taken" }];
    await made({ name });
    expect(await post({ name })).toMatchObject(taken);
    expect(await patch(await made(), { name })).toMatchObject(taken);
  });

  test("a change or an end at another revision than the present one: nothing is overwritten unseen", async () => {
    const id = await made();
    await patch(id, { content: { group: ["os"] } });
    const changed = { status: 409, code: "setting-changed" };
    expect(await patch(id, { content: {} })).toMatchObject(changed);
    expect(await remove(id, 1)).toMatchObject(changed);
    expect((await get(id)).value).toMatchObject({ revision: 2, content: { group: ["os"] } });
    for (const revision of ["", "x", "0"])
      expect(await remove(id, revision)).toMatchObject({ status: 422, errors: [{ path: "revision" }] });
  });

  test("one more than a hundred", async () => {
    const collector = await tokenFor(team.name);
    const data = { subject, ownerId: collector.user.id, content: {} };
    await db.layout.createMany({
      data: Array.from({ length: mostLayouts }, () => ({
        id: crypto.randomUUID(),
        name: newName(),
        ...data,
      })),
    });
    expect(await post({}, collector.token)).toMatchObject({ status: 409, code: "too-many-layouts" });
  });

  const columns = (count: number) => Array.from({ length: count }, (_, at) => `column${at}`);
  test.each([
    ["a layout of the future", { version: 2 }, ["content.version"]],
    ["a part of the future", { aura: 1 }, ["content.aura"]],
    ["a column of the future", { order: ["agent", "mood"] }, ["content.order.1"]],
    ["a width of such a one", { widths: { mood: 100 } }, ["content.widths.mood"]],
    ["sorted by such a one", { sort: [{ id: "os" }, { id: "mood" }] }, ["content.sort.1"]],
    ["filtered by such a one", { filters: { mood: ["good"] } }, ["content.filters.mood"]],
    ["grouped by what makes no groups", { group: ["team", "login"] }, ["content.group.1"]],
    ["a column twice", { order: ["agent", "os", "agent"] }, ["content.order.2"]],
    ["sorted twice by one", { sort: [{ id: "os" }, { id: "os", desc: true }] }, ["content.sort.1"]],
    ["a thousand columns", { order: columns(1000) }, ["content.order"]],
    ["four groups", { group: ["team", "agent", "os", "device"] }, ["content.group"]],
    ["a filter of the wrong type", { filters: { loginTime: ["long"] } }, ["content.filters.loginTime"]],
    ["a value that there is not", { filters: { cause: ["bored"] } }, ["content.filters.cause"]],
    ["a rule that there is not", { filters: { edges: ["soft"] } }, ["content.filters.edges"]],
    [
      "a filter by both its names",
      { filters: { os: ["~i"], version: ["1"], appVersion: ["2"] } },
      ["content.filters.appVersion"],
    ],
    ["a range of its own", { filters: { from: ["2026-11-01"] } }, ["content.filters.from"]],
  ])("%s, by its field", async (_, content, paths) => {
    const answer = await post({ content });
    expect(answer).toMatchObject({ status: 422, code: "invalid-request" });
    expect(answer.errors?.map(({ path }) => path)).toEqual(paths);
    const changed = await patch(await made(), { content });
    expect(changed.errors).toEqual(answer.errors);
  });

  test("what is no layout at all, by its fields", async () => {
    const paths = async (asked: ReturnType<typeof call>) => (await asked).errors?.map(({ path }) => path);
    expect(await paths(post({ subject: "weather" }))).toEqual(["subject"]);
    expect(await paths(post({ name: "x".repeat(65) }))).toEqual(["name"]);
    expect(await paths(post({ audience: { kind: "team" } }))).toEqual(["audience.teamId"]);
    expect(await paths(call("GET", "/layouts?subject=weather&cursor=1&mood=1", { token }))).toEqual([
      "subject",
      "cursor",
      "mood",
    ]);
    expect(await paths(call("GET", "/layouts", { token }))).toEqual(["subject"]);
  });
});
