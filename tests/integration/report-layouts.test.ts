import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { catalogueFor } from "@/lib/layouts/catalogue";
import { changeLayout, saveLayout } from "@/lib/layouts/commands";
import { type Content, stockContent } from "@/lib/layouts/content";
import { listLayouts } from "@/lib/layouts/queries";
import type { Audience } from "@/lib/layouts/schema";
import { createReason } from "@/lib/reasons/commands";
import { reasonColumnId } from "@/lib/reports/catalogue";
import { everyone, newName, personal, supervisor } from "./layouts";
import { person } from "./people";
import { newTeam } from "./teams";

const subject = "login-logout";
const { id, roles } = await person({ roles: ["analyst"] });
const analyst: Actor = { kind: "person", id, roles, scope: [] };
const boss = await supervisor(await newTeam());
const chief = await person({ roles: ["administrator"] });
const administrator: Actor = { kind: "person", id: chief.id, roles: chief.roles, scope: "all" };

const devices: Content = {
  ...stockContent,
  order: ["agent", "platform", "appVersion", "device", "os"],
  widths: { os: 220 },
  sort: [{ id: "os", desc: true }],
  filters: { preset: ["lastMonth"], edges: ["whole"], os: ["iOS 14.8", ""], version: ["2.17.60"] },
  group: ["platform", "os", "cause"],
};

async function saved(actor: Actor, content: Content, audience: Audience = personal) {
  const made = await saveLayout(actor, { subject, name: newName(), audience, content });
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}
const seen = async (actor: Actor, id: string) =>
  (await listLayouts(actor, subject)).find((layout) => layout.id === id);

describe("layouts of the Agent Login/Logout report", () => {
  test("are an analyst's to keep, with everything that the report's address says of them", async () => {
    const id = await saved(analyst, devices);
    expect(await seen(analyst, id)).toMatchObject({ content: devices, gone: [], mayChange: true });
    expect(await seen(boss, id)).toBeUndefined();
  });

  test("are not those of the Agent Metrics View, which an analyst does not see", async () => {
    const id = await saved(boss, devices);
    expect((await listLayouts(boss, "agents")).some((layout) => layout.id === id)).toBe(false);
    await expect(listLayouts(analyst, "agents")).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("reach whoever reads reports, once they are everyone's", async () => {
    const id = await saved(administrator, devices, everyone);
    expect(await seen(analyst, id)).toMatchObject({ mine: false, owner: null, mayChange: false });
    const agent: Actor = { ...analyst, roles: ["agent"] };
    await expect(listLayouts(agent, subject)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("are not saved over what somebody else saved meanwhile", async () => {
    const id = await saved(boss, devices, { kind: "team", teamId: String(boss.scope[0]) });
    const theirs = { ...devices, group: ["agent"] };
    expect(await changeLayout(administrator, { id, revision: 1, content: theirs })).toMatchObject({
      ok: true,
    });
    const mine = await changeLayout(boss, { id, revision: 1, content: stockContent });
    expect(mine).toMatchObject({ code: "setting-changed" });
    expect(await seen(boss, id)).toMatchObject({ content: theirs, revision: 2 });
  });

  test("may show the time of each Not Ready reason that there is; without one they say what is gone", async () => {
    const made = await createReason(bootstrapToken, { name: newName(), kind: "break", teams: null });
    if (!made.ok) throw new Error(made.code);
    const column = reasonColumnId(made.value.id);
    expect((await catalogueFor(subject)).columns).toContain(column);
    const id = await saved(analyst, { ...devices, order: ["agent", column], group: ["team"] });
    expect(await seen(analyst, id)).toMatchObject({ content: { order: ["agent", column] }, gone: [] });

    await db.notReadyReason.delete({ where: { id: made.value.id } });
    expect(await seen(analyst, id)).toMatchObject({
      content: { order: ["agent"], group: ["team"] },
      gone: [column],
    });
  });

  test("of which a part is too much or not understood open without that part, and say so", async () => {
    const id = await saved(analyst, devices);
    const sort = (await catalogueFor(subject)).columns.slice(0, 9).map((column) => ({ id: column }));
    const stored = { ...devices, sort, group: ["team", "team"], density: "airy" };
    await db.layout.update({ where: { id }, data: { content: stored } });
    expect(await seen(analyst, id)).toMatchObject({
      content: { ...devices, sort: [], group: [], density: stockContent.density },
      gone: ["density", "group", "sort"],
    });
  });

  test("that were stored with a filter that no longer fits open without it, and say so", async () => {
    const id = await saved(analyst, devices);
    const stored = { ...devices, filters: { cause: ["bored"], os: ["iOS 14.8"] } };
    await db.layout.update({ where: { id }, data: { content: stored } });
    const { cause, ...filters } = stored.filters;
    expect(await seen(analyst, id)).toMatchObject({ content: { ...devices, filters }, gone: ["cause"] });
  });
});

test("the Agent Metrics View has its own columns and filters", async () => {
  const { columns, filters } = await catalogueFor("agents");
  expect(columns).toContain("occupancy");
  expect(filters).toEqual(expect.arrayContaining(["team", "state", "over", "signedOut"]));
  expect(filters).not.toContain("sort");
});
