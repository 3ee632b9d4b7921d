import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeReason, createReason } from "@/lib/reasons/commands";
import { reasonColumnId } from "@/lib/reports/catalogue";
import { reportGroups } from "@/lib/reports/groups";
import { reportRows } from "@/lib/reports/rows";
import { reportTotals } from "@/lib/reports/totals";
import { afternoon, all, cast, hour, morning, other, queryOf, short } from "./report-cast";
import type { History } from "./report-histories";

// Who sees what of the report, in which order and by which filters. That its figures are right: see report-truth.test.ts.

const { place, teams } = await cast();

const supervisor = (teamId = ""): Actor => ({
  kind: "person",
  id: null,
  roles: ["supervisor"],
  scope: [teamId],
});

async function idsOf(given: object, { actor = administrator, limit = 100 } = {}) {
  const query = await queryOf(given);
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await reportRows(actor, { query, limit, cursor });
    if (!page.ok) throw new Error(page.code);
    ids.push(...page.value.rows.map(({ sessionId }) => sessionId));
    cursor = page.value.next ?? undefined;
    more = cursor !== undefined;
  }
  return ids;
}
const named = (...sessions: History[]) => sessions.map(({ id }) => id);

describe("whoever asks", () => {
  test("a supervisor has the sessions of their teams, whatever the question", async () => {
    const actor = supervisor(teams[2]);
    expect(await idsOf({}, { actor })).toEqual(named(short));
    const query = await queryOf({ group: "team" });
    expect(await reportTotals(actor, { query })).toMatchObject({ value: { rows: 1 } });
    expect(await reportGroups(actor, { query, limit: 10 })).toMatchObject({
      value: { groups: [{ path: [{ key: teams[2], label: "Sales" }], rows: 1 }] },
    });
    expect(await idsOf({}, { actor: supervisor("0190f0a0-1111-7222-8333-000000000000") })).toEqual([]);
  });

  test("a session is of the team that its user had then, and Team Now is another column", async () => {
    const [id, teamId] = [place.userIds[2] ?? "", teams[0] ?? ""];
    await db.user.update({ where: { id }, data: { teamId } });
    try {
      expect(await idsOf({}, { actor: supervisor(teams[2]) })).toEqual(named(short));
      const page = await reportRows(supervisor(teams[2]), {
        query: await queryOf({ columns: "team,teamNow" }),
        limit: 9,
      });
      expect(page).toMatchObject({ value: { rows: [{ values: { team: "Sales", teamNow: "Billing" } }] } });
    } finally {
      await db.user.update({ where: { id }, data: { teamId: teams[2] ?? "" } });
    }
  });

  test("a report builder has everybody's, an agent nobody's", async () => {
    const analyst: Actor = { kind: "person", id: null, roles: ["analyst"], scope: [] };
    expect(await idsOf({}, { actor: analyst })).toHaveLength(all.length);
    const agent: Actor = { kind: "person", id: null, roles: ["agent"], scope: "all" };
    const query = await queryOf({ group: "team" });
    for (const ask of [reportRows, reportTotals, reportGroups])
      await expect(ask(agent, { query, limit: 1 })).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("the order", () => {
  test.each<[string, History[]]>([
    ["", [morning, other, short, afternoon]],
    ["-login", [afternoon, short, other, morning]],
    // As people would have them, numbers by size; then by login, and what is empty last in both directions.
    ["agent,-login", [short, afternoon, morning, other]],
    ["os,login", [morning, short, afternoon, other]],
    ["-os,login", [short, afternoon, morning, other]],
    // By their numbers, those of one kind before those of the other.
    ["ip", [other, short, morning, afternoon]],
    ["-ip", [morning, short, other, afternoon]],
    ["logout", [other, short, morning, afternoon]],
    ["-logout", [morning, short, other, afternoon]],
    ["-notReadyPercent,loginTime", [short, other, morning, afternoon]],
    ["logoutType,-platform,loginTime", [morning, short, other, afternoon]],
  ])("%s, on pages of any size", async (sort, expected) => {
    for (const limit of [1, 2, 3, 100]) expect(await idsOf({ sort }, { limit })).toEqual(named(...expected));
  });

  test("a cursor is good for its own question only", async () => {
    const page = await reportRows(administrator, { query: await queryOf(), limit: 1 });
    const cursor = page.ok ? (page.value.next ?? undefined) : undefined;
    expect(cursor).toBeDefined();
    for (const given of [{ sort: "agent" }, { days: "split" }, { to: "2026-11-22" }]) {
      const refused = await reportRows(administrator, { query: await queryOf(given), limit: 1, cursor });
      expect(refused).toMatchObject({ ok: false, code: "invalid-request" });
    }
  });
});

describe("filters", () => {
  test.each<[string, object, History[]]>([
    ["of a text", { column: "os", anyOf: ["iOS 14.8"] }, [short, afternoon]],
    ["of a text or none", { column: "os", anyOf: ["iOS 9.1", null] }, [morning, other]],
    ["of part of a text", { column: "agent", contains: "BO" }, [morning, other, afternoon]],
    ["of what means something in a pattern", { column: "agent", contains: "%" }, []],
    ["of a kind", { column: "logoutType", anyOf: ["system"] }, [other]],
    ["of a kind or none", { column: "logoutType", anyOf: ["system", null] }, [other, afternoon]],
    ["of what is or is not", { column: "reportedLate", anyOf: [false] }, [morning, other, short, afternoon]],
    [
      "of moments, half-open",
      { column: "login", from: "2026-11-20T09:00:00Z", to: "2026-11-20T10:00:00Z" },
      [other],
    ],
    ["of days", { column: "date", from: "2026-11-20", to: "2026-11-20" }, [morning, other, short, afternoon]],
    ["of another day", { column: "date", anyOf: ["2026-11-19"] }, []],
    ["of durations", { column: "loginTime", from: hour, to: 4 * hour }, [morning, other, short]],
    ["of shares", { column: "notReadyPercent", from: 0.5 }, [short]],
    ["of counts", { column: "interactionsIn", from: 1 }, []],
    ["of reasons", { column: "breakReasonsTime", from: 1 }, [short]],
  ])("%s", async (_, filter, expected) => {
    expect(await idsOf({ filters: [filter] })).toEqual(named(...expected));
    const totals = await reportTotals(administrator, { query: await queryOf({ filters: [filter] }) });
    expect(totals).toMatchObject({ value: { rows: expected.length } });
  });

  test("of a reason that has another name by now, and not of one that has its name", async () => {
    const { id } = await db.notReadyReason.findFirstOrThrow({ where: { name: "Break" } });
    const column = reasonColumnId(id);
    const shown = () => idsOf({ filters: [{ column, from: 1 }] });
    expect(await shown()).toEqual(named(short));
    await changeReason(administrator, { id, name: "Pause" });
    expect(await shown()).toEqual(named(short));
    expect(await idsOf({ filters: [{ column: "otherReasonsTime", from: 1 }] })).toEqual([]);

    const made = await createReason(administrator, { name: "Break", kind: "working", teams: null });
    if (!made.ok || !made.value) throw new Error("no reason");
    expect(await shown()).toEqual([]);
    expect(await idsOf({ filters: [{ column: "workingReasonsTime", from: 1 }] })).toEqual(named(short));
  });

  test("what somebody wrote stays what it is", async () => {
    const hostile = "'; drop table session; --";
    expect(await idsOf({ filters: [{ column: "agent", anyOf: [hostile] }] })).toEqual([]);
    expect(await idsOf({ filters: [{ column: "os", contains: hostile }] })).toEqual([]);
  });
});

test("one group has its rows, its groups and its sums", async () => {
  const query = await queryOf({ group: "team,platform" });
  const within = [{ column: "team", key: teams[0] ?? "" }];
  const rows = await reportRows(administrator, { query, within, limit: 9 });
  expect(rows.ok && rows.value.rows.map(({ sessionId }) => sessionId)).toEqual(
    named(morning, other, afternoon),
  );
  const groups = await reportGroups(administrator, { query, within, limit: 9 });
  expect(
    groups.ok && groups.value.groups.map(({ path, rows }) => [path.map(({ label }) => label), rows]),
  ).toEqual([
    [["Billing", "desktop"], 1],
    [["Billing", "mobile"], 2],
  ]);
  const outer = await reportGroups(administrator, { query, levels: 1, limit: 9 });
  expect(outer.ok && outer.value.groups.map(({ path }) => path.length)).toEqual([1, 1]);
  expect(await reportTotals(administrator, { query, within })).toMatchObject({ value: { rows: 3, open: 1 } });
  const wrong = [{ column: "os", key: null }];
  expect(await reportTotals(administrator, { query, within: wrong })).toMatchObject({
    code: "invalid-request",
  });
});
