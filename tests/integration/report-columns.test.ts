import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { Column } from "@/lib/reports/catalogue";
import type { Filter } from "@/lib/reports/filters";
import { reportGroups } from "@/lib/reports/groups";
import { readCatalogue } from "@/lib/reports/queries";
import type { Value } from "@/lib/reports/row";
import { reportRows } from "@/lib/reports/rows";
import { reportQuery } from "@/lib/reports/schema";
import { reportTotals } from "@/lib/reports/totals";
import { compareValues, filtersOf, reasonColumns, sortedBy, valuesOf } from "./report-columns";
import { crowd, hour } from "./report-histories";
import { type Expected, expectedRows, figuresOf } from "./report-oracle";
import { players } from "./report-rounds";
import { codes } from "./report-store";

// Every column that there is, sorted, filtered and grouped by, on one history: as plain TypeScript has it.

const { play, people, userIds } = await players();
for (const device of Object.values(codes))
  await db.installation.create({
    data: {
      id: userIds[0] ?? "",
      userId: userIds[0] ?? "",
      channel: "ios",
      version: "2.1",
      device,
      lastSeenAt: new Date(),
    },
  });

const catalogue = await readCatalogue();
const reasons = reasonColumns(catalogue);

const onPage = 50;
type Days = "join" | "split";
// Nine days around a night that has an hour twice; some sessions cross an end of the range.
const change = Date.parse("2026-10-25T01:00:00Z");
const now = change + 60 * hour;
const [histories = []] = fc.sample(fc.noBias(crowd(change, now, userIds.length)), { seed: 7, numRuns: 1 });
const asked = {
  ...{ zone: "Europe/Berlin", dayTurn: "04:00", edges: "clip" as const },
  ...{ from: change - 100 * hour, to: change + 40 * hour, asOf: now - hour, resumedAt: change },
};
await play({ histories, resumed: -60 * hour }, asked);
const expected = {
  join: expectedRows(histories, { ...asked, days: "join" }),
  split: expectedRows(histories, { ...asked, days: "split" }),
};
const values = new Map(
  [...expected.join, ...expected.split].map((row) => [row, valuesOf(row, people, reasons)]),
);
const shownIn = (row: Expected, { id }: Column): Value => values.get(row)?.[id] ?? null;

test("the history has several pages of rows, and something of every kind", () => {
  expect(expected.join.length).toBeGreaterThan(onPage);
  const same = catalogue.filter(
    (column) => new Set(expected.split.map((row) => shownIn(row, column))).size < 2,
  );
  // Nobody took these.
  expect(same.map(({ id, reason }) => reason?.name ?? id)).toEqual(["Lunch", "Meeting"]);
});

function queryOf(days: Days, given: object) {
  const { zone, dayTurn, edges, from, to } = asked;
  return reportQuery(catalogue).parse({
    ...{ zone, dayTurn, edges, days, columns: "loginTime,notReadyPercent" },
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    ...given,
  });
}

/** By pages, so that each of them begins behind some value or none. */
async function readKeys(days: Days, given: object): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await reportRows(administrator, { query: queryOf(days, given), limit: onPage, cursor });
    if (!page.ok) throw new Error(page.code);
    keys.push(...page.value.rows.map(({ sessionId, date }) => `${sessionId} ${date}`));
    cursor = page.value.next ?? undefined;
    more = cursor !== undefined;
  }
  return keys;
}
const keysOf = (rows: readonly Expected[]) => rows.map(({ of, date }) => `${of.id} ${date}`);

describe.each(catalogue.map((column) => [column.reason?.name ?? column.id, column] as const))(
  "%s",
  { timeout: 60_000 },
  (_, column) => {
    const compareRows = (desc: boolean) => sortedBy(column, (row) => shownIn(row, column), desc);

    test.each([
      ["join", false],
      ["split", true],
    ] as const)("sorts (days %s, descending %s)", async (days, desc) => {
      const sort = [{ column: column.id, desc }];
      expect(await readKeys(days, { sort })).toEqual(keysOf(expected[days].toSorted(compareRows(desc))));
    });

    test("filters", async () => {
      const values = expected.split.map((row) => shownIn(row, column));
      const cases = filtersOf(column, values);
      expect(cases.length).toBeGreaterThan(0);
      for (const [filter, passes] of cases) await compareFiltered(filter, passes);
    });

    async function compareFiltered(filter: Omit<Filter, "column">, passes: (value: Value) => boolean) {
      const rows = expected.split.filter((row) => passes(shownIn(row, column)));
      const filters = [{ column: column.id, ...filter }];
      expect(await readKeys("split", { filters }), JSON.stringify(filter)).toEqual(keysOf(rows));
      const totals = await reportTotals(administrator, { query: queryOf("split", { filters }) });
      expect(totals).toMatchObject({ value: { rows: rows.length, values: sumsOf(rows) } });
    }

    if (column.groups)
      test.each([false, true])("groups (descending %s)", async (desc) => {
        const query = queryOf("split", { group: [column.id], sort: [{ column: column.id, desc }] });
        const page = await reportGroups(administrator, { query, limit: 500 });
        if (!page.ok) throw new Error(page.code);
        expect(page.value.groups.map(({ path, rows, values }) => [path[0]?.label, rows, values])).toEqual(
          groupsOf(column, desc).map(([label, rows]) => [label, rows.length, sumsOf(rows)]),
        );
      });
    else
      test("does not group", () => {
        expect(() => queryOf("split", { group: [column.id] })).toThrow(`cannot be grouped by ${column.id}`);
      });
  },
);

function sumsOf(rows: readonly Expected[]) {
  const { loginTime, notReadyPercent } = figuresOf(rows, reasons);
  return { loginTime, notReadyPercent };
}

/** By what they are called. */
function groupsOf(column: Column, desc: boolean) {
  const groups = new Map<Value, Expected[]>();
  for (const row of expected.split)
    groups.set(shownIn(row, column), [...(groups.get(shownIn(row, column)) ?? []), row]);
  return [...groups].toSorted(([a], [b]) => compareValues({ id: "", type: "text" }, a, b, desc));
}
