import { expect, test } from "vitest";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import { reportGroups } from "@/lib/reports/groups";
import { printedReport } from "@/lib/reports/printed";
import { reportRows } from "@/lib/reports/rows";
import { at, cast, queryOf } from "./report-cast";

await cast();

async function printed(given: object) {
  const report = await printedReport(administrator, { query: await queryOf(given) });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

test("paper has the rows of the screen and what they come to, of one moment", async () => {
  const query = await queryOf({});
  const { totals, rows, groups, more } = await printed({});
  const page = await reportRows(administrator, { query, limit: 100, asOf: totals.asOf });
  expect({ rows, groups, more }).toEqual({ rows: page.ok && page.value.rows, groups: [], more: false });
  expect(totals.rows).toBe(rows.length);
});

test("grouped, it has the groups of all levels in the rows' place", async () => {
  const query = await queryOf({ group: ["team", "platform"] });
  const { totals, rows, groups } = await printed({ group: ["team", "platform"] });
  const page = await reportGroups(administrator, { query, limit: 100, asOf: totals.asOf });
  expect({ rows, groups }).toEqual({ rows: [], groups: page.ok && page.value.groups });
  expect(new Set(groups.map(({ path }) => path.length))).toEqual(new Set([1, 2]));
});

test("it can be of an earlier moment, and an agent has none", async () => {
  const asOf = new Date(at("20T10:00"));
  const report = await printedReport(administrator, { query: await queryOf({}), asOf });
  expect(report).toMatchObject({ value: { totals: { asOf } } });
  const agent: Actor = { ...administrator, roles: ["agent"] };
  await expect(printedReport(agent, { query: await queryOf({}) })).rejects.toMatchObject({
    code: "not-allowed",
  });
});
