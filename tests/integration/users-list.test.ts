import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import {
  countOpenSeats,
  countUsers,
  listUsers,
  pageOfUsers,
  userFacets,
  usernamesOf,
} from "@/lib/users/list";
import { readUserList, UserList, UserPage, userSortKeys } from "@/lib/users/schema";
import { desktop, person, phone, signedIn } from "./people";

const everybody = UserList.parse({});
const names = async (list: Partial<UserList>, actor: Actor = bootstrapToken) =>
  (await listUsers(actor, { ...everybody, ...list, from: 0, count: 100 })).map((row) => row.name);
const narrowed = (params: object, actor?: Actor) => names(UserList.parse(params), actor);

let supervisor: Actor;

beforeAll(async () => {
  const people = [
    { name: "Ana Ortíz", username: "ana", team: "Billing", personnelNumber: "4711" },
    { name: "Bao Nguyễn", username: "bao", team: "Billing" },
    { name: "Agent 10", username: "agent10", team: "Sales" },
    { name: "Agent 2", username: "agent2", team: "Sales", roles: ["agent" as const, "supervisor" as const] },
    { name: "100% Sure_Thing", username: "percent", team: "Sales" },
  ];
  for (const given of people) await person(given);
  await signedIn("ana", { client: { ...phone, device: "iPhone10,2" } });
  await signedIn("bao", { client: desktop });
  await signedIn("agent10", {
    client: { ...phone, version: "2.18.0", build: null, osName: "Android", osVersion: "14" },
  });
  const sales = await db.team.findFirstOrThrow({ where: { name: "Sales" } });
  const boss = await person({
    name: "Sam Visor",
    team: "Sales",
    roles: ["supervisor"],
    supervises: ["Sales"],
  });
  supervisor = { kind: "person", id: boss.id, roles: ["supervisor"], scope: [sales.id] };
});

describe("the list of users", () => {
  test("goes by name as people sort them, unless told otherwise", async () => {
    const all = ["100% Sure_Thing", "Agent 2", "Agent 10", "Ana Ortíz", "Bao Nguyễn", "Sam Visor"];
    expect(await narrowed({})).toEqual(all);
    expect(await narrowed({ sort: "-name" })).toEqual(all.toReversed());
    expect(await narrowed({ sort: "team,-name" })).toEqual([
      ...["Bao Nguyễn", "Ana Ortíz", "Sam Visor", "Agent 10", "Agent 2", "100% Sure_Thing"],
    ]);
  });

  test("empty values come last in both directions", async () => {
    expect((await narrowed({ sort: "app" })).slice(0, 3)).toEqual(["Bao Nguyễn", "Ana Ortíz", "Agent 10"]);
    expect((await narrowed({ sort: "-app" })).slice(0, 3)).toEqual(["Agent 10", "Ana Ortíz", "Bao Nguyễn"]);
  });

  test.each([
    ["every word is searched for, without accents and case", { search: "ORTIZ an" }, ["Ana Ortíz"]],
    ["a personnel number", { search: "4711" }, ["Ana Ortíz"]],
    ["wildcards are what they are", { search: "0%" }, ["100% Sure_Thing"]],
    ["an underscore, too", { search: "_" }, ["100% Sure_Thing"]],
    ["a team by name", { team: "Billing" }, ["Ana Ortíz", "Bao Nguyễn"]],
    ["a role", { role: ["supervisor"] }, ["Agent 2", "Sam Visor"]],
    ["signed in", { signedIn: "true", team: ["Sales"] }, ["Agent 10"]],
    ["a platform", { platform: "mobile" }, ["Agent 10", "Ana Ortíz"]],
    ["any of several versions", { version: ["2.18.0", "5.24.99"] }, ["Agent 10", "Bao Nguyễn"]],
    ["an operating system", { os: "Android 14" }, ["Agent 10"]],
    ["a device by its market name", { device: "iPhone 8 Plus" }, ["Agent 10", "Ana Ortíz"]],
    ["a browser", { device: "Chrome 126" }, ["Bao Nguyễn"]],
    ["contact", { contact: "connected", platform: "desktop" }, ["Bao Nguyễn"]],
    ["accounts", { account: "disabled" }, []],
    ["several filters at once", { platform: "mobile", os: "iOS 14.8" }, ["Ana Ortíz"]],
  ])("%s", async (_, params, expected) => {
    expect(await narrowed(params)).toEqual(expected);
    const { total } = await countUsers(bootstrapToken, UserList.parse(params));
    expect(total).toBe(expected.length);
  });

  test("a supervisor sees the people of their teams and nobody else, whatever they ask for", async () => {
    expect(await narrowed({}, supervisor)).toEqual(["100% Sure_Thing", "Agent 2", "Agent 10", "Sam Visor"]);
    expect(await narrowed({ team: "Billing" }, supervisor)).toEqual([]);
    expect(await narrowed({ search: "ana" }, supervisor)).toEqual([]);
    expect(await usernamesOf(supervisor, everybody)).toHaveLength(4);
    const facets = await userFacets(supervisor);
    expect(facets.teams.map(({ name, count }) => [name, count])).toEqual([["Sales", 4]]);
    expect(facets.systems).toEqual([{ value: "Android 14", count: 1 }]);
    const page = await pageOfUsers(supervisor, UserPage.parse({}));
    expect(page.ok && page.value.items.every((user) => user.team.name === "Sales")).toBe(true);
  });

  test("who is at work is counted within the scope", async () => {
    const asked = { usernames: ["ANA", "bao", "agent10", "nobody"] };
    expect(await countOpenSeats(bootstrapToken, asked)).toMatchObject({
      value: { signedIn: 3, onInteraction: 0 },
    });
    expect(await countOpenSeats(supervisor, asked)).toMatchObject({ value: { signedIn: 1 } });
  });

  test("tells what no seat does: personnel number, e-mail, contact and last sign of life", async () => {
    const rows = await listUsers(bootstrapToken, { ...everybody, from: 0, count: 100 });
    const told = (username: string) => rows.find((row) => row.username === username);
    expect(told("ana")).toMatchObject({
      personnelNumber: "4711",
      email: null,
      contact: "connected",
      lastSeenAt: expect.any(String),
    });
    expect(told("agent2")).toMatchObject({ contact: null, lastSeenAt: null });
  });

  test("goes by time in state from the shortest, and by last sign of life", async () => {
    const signedIn = ["Agent 10", "Bao Nguyễn", "Ana Ortíz"];
    expect((await narrowed({ sort: "timeInState" })).slice(0, 3)).toEqual(signedIn);
    expect((await narrowed({ sort: "-timeInState" })).slice(0, 3)).toEqual(signedIn.toReversed());
    expect((await narrowed({ sort: "-lastSeen" })).slice(0, 3)).toEqual(signedIn);
  });

  test("nobody else may list users", async () => {
    const analyst: Actor = { kind: "person", id: null, roles: ["analyst"], scope: "all" };
    await expect(names({}, analyst)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("the filters offer what there is, the newest version first", async () => {
    const { versions, devices, platforms } = await userFacets(bootstrapToken);
    expect(versions.map(({ value, platforms }) => [value, ...platforms])).toEqual([
      ["5.24.99", "desktop"],
      ["2.18.0", "mobile"],
      ["2.17.60", "mobile"],
    ]);
    const { team } = await db.user.findFirstOrThrow({
      where: { username: "agent10" },
      include: { team: true },
    });
    const ofTeam = await userFacets(bootstrapToken, [team.id]);
    expect(ofTeam.versions.map(({ value }) => value)).toEqual(["2.18.0"]);
    expect(devices).toContainEqual({ value: "iPhone 8 Plus", count: 2 });
    expect(platforms).toContainEqual({ value: "desktop", count: 1 });
  });

  test("an address with nonsense in it loses the nonsense alone", () => {
    const list = readUserList({ search: "ana", sort: "nonsense", platform: "fridge", team: "Billing" });
    expect(list).toMatchObject({ search: "ana", sort: [], filter: { platform: [], team: ["Billing"] } });
  });
});

describe("pages of the admin API", () => {
  const orders = fc.uniqueArray(fc.record({ id: fc.constantFrom(...userSortKeys), desc: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 3,
  });

  test("neither lose nor repeat anybody, in any order and of any length", async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 4 }), async (sort, limit) => {
        const whole = await usernamesOf(bootstrapToken, { ...everybody, sort });
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await pageOfUsers(bootstrapToken, { ...everybody, sort, limit, cursor });
          if (!page.ok) throw new Error(page.code);
          paged.push(...page.value.items.map((user) => user.username));
          cursor = page.value.next ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  test("a cursor of another order, and what is none, are refused", async () => {
    const page = await pageOfUsers(bootstrapToken, UserPage.parse({ limit: 1 }));
    const cursor = page.ok ? (page.value.next ?? "") : "";
    expect(await pageOfUsers(bootstrapToken, UserPage.parse({ sort: "team", cursor }))).toMatchObject({
      code: "invalid-request",
    });
    expect(await pageOfUsers(bootstrapToken, UserPage.parse({ cursor: "nonsense" }))).toMatchObject({
      ok: false,
    });
    expect(() => UserPage.parse({ nonsense: "1" })).toThrow();
  });
});
