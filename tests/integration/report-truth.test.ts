import fc from "fast-check";
import { expect, test } from "vitest";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { reportGroups } from "@/lib/reports/groups";
import { readCatalogue } from "@/lib/reports/queries";
import type { ReportGroup, ReportRow } from "@/lib/reports/row";
import { reportRows } from "@/lib/reports/rows";
import { type ReportQuery, reportQuery } from "@/lib/reports/schema";
import { reportTotals } from "@/lib/reports/totals";
import { reasonColumns, valuesOf } from "./report-columns";
import type { History } from "./report-histories";
import { type Asked, type Expected, expectedRows, figuresOf } from "./report-oracle";
import { askedOf, players, type Round, round, teamOf } from "./report-rounds";

// The report against an oracle: random histories, every rule of edges and days, to the millisecond.

const { play, people } = await players();
const catalogue = await readCatalogue();
const reasons = reasonColumns(catalogue);

function queryOf(asked: Asked, more: object = {}): ReportQuery {
  const { zone, dayTurn, edges, days } = asked;
  const iso = (at: number) => new Date(at).toISOString();
  return reportQuery(catalogue).parse({
    from: iso(asked.from),
    to: iso(asked.to),
    ...{ zone, dayTurn, edges, days },
    columns: catalogue.map(({ id }) => id),
    ...more,
  });
}

/** All pages of the rows, as of the moment of the clock. */
async function readRows(query: ReportQuery, limit: number): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await reportRows(administrator, { query, limit, cursor });
    if (!page.ok) throw new Error(page.code);
    rows.push(...page.value.rows);
    cursor = page.value.next ?? undefined;
  } while (cursor);
  return rows;
}

async function readGroups(query: ReportQuery, asOf: Date, limit: number): Promise<ReportGroup[]> {
  const groups: ReportGroup[] = [];
  let cursor: string | undefined;
  do {
    const page = await reportGroups(administrator, { query, limit, cursor, asOf });
    if (!page.ok) throw new Error(page.code);
    groups.push(...page.value.groups);
    cursor = page.value.next ?? undefined;
  } while (cursor);
  return groups;
}

const countsOf = (rows: readonly Expected[]) => ({
  rows: rows.length,
  open: rows.filter(({ open }) => open).length,
  lastSeen: rows.filter(({ open, of }) => !open && of.endedAt !== null).length,
  late: rows.filter(({ of }) => of.late).length,
});

const rounds = Number(process.env.HISTORIES ?? 20);
let compared = 0;

async function compareAll(one: Round) {
  const asked = askedOf(one);
  await play(one, asked);
  const rules = (["clip", "whole"] as const).flatMap((edges) =>
    (["join", "split"] as const).map((days) => ({ edges, days })),
  );
  // At once, as many as the database works out for reports.
  await Promise.all(rules.map((rule) => compareOne(one.histories, { ...asked, ...rule })));
}

async function compareOne(histories: readonly History[], asked: Asked) {
  const expected = expectedRows(histories, asked);
  const query = queryOf(asked);
  const rows = await readRows(query, 40);
  expect(rows.map(told)).toEqual(expected.map(wanted));
  for (const { values } of rows)
    expect(
      ["readyTime", "notReadyTime", "busyTime", "afterCallWorkTime", "unknownTime"].reduce(
        (sum, id) => sum + Number(values[id]),
        0,
      ),
    ).toBe(values.loginTime);

  const asOf = new Date(asked.asOf);
  const totals = await reportTotals(administrator, { query, asOf });
  expect(totals).toMatchObject({
    ok: true,
    value: { ...countsOf(expected), values: figuresOf(expected, reasons) },
  });

  const grouped = queryOf(asked, { group: "team,date,os" });
  const groups = await readGroups(grouped, asOf, 25);
  expect(
    groups.map(({ path, values, ...counts }) => ({
      path: pathOf(path.map(({ label }) => label)),
      counts,
      values,
    })),
  ).toEqual(expectedGroups(expected));
  compared += expected.length + groups.length + 1;
}

const told = ({ sessionId, date, open, values }: ReportRow) => ({ sessionId, date, open, ...values });
const wanted = (row: Expected) => ({ open: row.open, ...valuesOf(row, people, reasons) });

const pathOf = (labels: readonly unknown[]) => labels.map((label) => label ?? "\uffff").join(" / ");

/** By the names of the groups, each before those within it; what has no name comes last. */
function expectedGroups(rows: readonly Expected[]) {
  const groups = new Map<string, Expected[]>();
  for (const row of rows)
    for (const depth of [1, 2, 3]) {
      const path = pathOf([teamOf(row.of.user), row.date, row.of.os].slice(0, depth));
      groups.set(path, [...(groups.get(path) ?? []), row]);
    }
  return [...groups]
    .toSorted(([a], [b]) => compareNames(a, b))
    .map(([path, of]) => ({ path, counts: countsOf(of), values: figuresOf(of, reasons) }));
}

const compareNames = new Intl.Collator("en", { numeric: true }).compare;

test("rows, totals and groups are what the oracle says", { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(round, compareAll), {
    numRuns: rounds,
    endOnFailure: true,
  });
  expect(compared).toBeGreaterThan(150 * rounds);
});
