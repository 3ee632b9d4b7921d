import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { reportGroups } from "@/lib/reports/groups";
import { readCatalogue } from "@/lib/reports/queries";
import { reportRows } from "@/lib/reports/rows";
import { reportQuery } from "@/lib/reports/schema";
import { reportTotals } from "@/lib/reports/totals";
import { measureExports } from "./export";
import { firstDay, makeManySessions } from "./many-sessions";
import { timesOf } from "./percentiles";
import type { Row } from "./table";
import type { World } from "./world";

const days = Number(process.env.BENCH_DAYS ?? 730);
const rounds = 20;

/**
 * One reader, warm, and any month: Tokyo's midnight is in the middle of these agents' day, so that many sessions cross it. With
 * BENCH_DATA=<folder> the sessions are kept there, and a run that finds them does not make them anew; BENCH_DAYS makes fewer.
 */
export default async function measure({ db }: World): Promise<Row[]> {
  await makeManySessions(db, days);
  const exports = await measureExports(days);
  return [...(await measureReports()), ...exports];
}

async function measureReports(): Promise<Row[]> {
  const catalogue = await readCatalogue();
  const months = Math.max(1, Math.floor(days / 30));
  const rows: Row[] = [];

  function queryOf(month: number, given: object) {
    const from = new Date(Date.parse(firstDay) + month * 30 * 86_400_000);
    const to = new Date(from.getTime() + 30 * 86_400_000);
    return reportQuery(catalogue).parse({
      from: from.toISOString().slice(0, 10),
      to: to.toISOString().slice(0, 10),
      zone: "Asia/Tokyo",
      ...given,
    });
  }
  type Query = ReturnType<typeof queryOf>;

  async function time(
    what: string,
    most: number,
    given: object,
    ask: (query: Query) => Promise<{ ok: boolean }>,
  ) {
    const ms: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const query = queryOf((round * 5) % months, given);
      const start = performance.now();
      const { ok } = await ask(query);
      if (!ok) throw new Error(`${what} was refused`);
      if (round > 0) ms.push(performance.now() - start);
    }
    rows.push({ what: `${what}, p95`, figure: timesOf(ms).p95, unit: "ms", wanted: { most } });
  }

  const page = (query: Query) => reportRows(administrator, { query, limit: 100 });
  const totals = (query: Query) => reportTotals(administrator, { query });
  const groups = (query: Query) => reportGroups(administrator, { query, limit: 200 });
  const columns = [...queryOf(0, {}).columns, "platform", "appVersion", "device", "os"];
  const split = { days: "split" };

  // Warm is what lies in memory: of every month, not only of those that the first questions happen to read.
  for (let month = 0; month < months; month += 1) await totals(queryOf(month, { columns }));
  for (const sort of ["login", "-login", "agent", "-agent"])
    await time(`first page by ${sort}`, 200, { columns, sort }, page);
  for (const sort of ["team", "os,agent", "-loginTime", "-notReadyPercent", "device", "ip", "cause,-logout"])
    await time(`first page by ${sort}`, 500, { columns, sort }, page);
  await time("first page of split days by login", 200, { columns, sort: "login", ...split }, page);
  await time("first page of split days by agent", 200, { columns, sort: "agent", ...split }, page);
  await time("totals", 2000, { columns }, totals);
  await time("totals of whole sessions", 2000, { columns, edges: "whole" }, totals);
  await time("totals of split days", 2000, { columns, ...split }, totals);
  await time("three levels of groups", 2000, { columns, group: "team,platform,appVersion" }, groups);
  await time("agents by date, split days", 2000, { columns, group: "team,agent,date", ...split }, groups);
  const count = await totals(queryOf(0, { columns }));
  rows.push({ what: "rows of a month", figure: count.ok ? count.value.rows : 0, unit: "" });
  return rows;
}
