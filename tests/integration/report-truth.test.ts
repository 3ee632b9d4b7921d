import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { reportGroups } from "@/lib/reports/groups";
import { readCatalogue } from "@/lib/reports/queries";
import type { ReportGroup, ReportRow } from "@/lib/reports/row";
import { reportRows } from "@/lib/reports/rows";
import { type ReportQuery, reportQuery } from "@/lib/reports/schema";
import { reportTotals } from "@/lib/reports/totals";
import { passInClock } from "./clock";
import { person } from "./people";
import { crowd, type History } from "./report-histories";
import { type Asked, type Expected, expectedRows, factsOf, figuresOf } from "./report-oracle";
import { store } from "./report-store";

// The report against an oracle: random histories, every rule of edges and days, to the millisecond.

const hour = 3_600_000;
const users = 24;
const place = { userIds: [] as string[], teamIds: [] as string[] };
let clock: Awaited<ReturnType<typeof passInClock>>;

beforeAll(async () => {
  clock = await passInClock(new Date());
  for (let number = 0; number < users; number += 1) {
    const { id, teamId } = await person({ team: number % 3 === 0 ? "Billing" : "Sales" });
    place.userIds.push(id);
    place.teamIds.push(teamId);
  }
});

// Around changes of the clock: forwards and back, at night, at midnight, by half an hour, by a whole day.
const changes = [
  ["Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z"],
  ["America/New_York", "2026-03-08T07:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
  ["America/Santiago", "2026-09-06T04:00:00Z"],
  ["America/Santiago", "2026-04-05T03:00:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z"],
  ["UTC", "2026-06-01T00:00:00Z"],
] as const;

const around = (min: number, max: number) => fc.integer({ min: min * hour, max: max * hour });

const round = fc
  .record({
    change: fc.constantFrom(...changes),
    dayTurn: fc.constantFrom("00:00", "00:00", "02:00", "02:30", "04:00", "23:00"),
    now: around(0, 80),
    earlier: fc.oneof(fc.constant(0), fc.noBias(around(0, 13)), around(0, 30)),
    resumed: fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.integer({ min: -2 * hour, max: -1 })),
    // Ends of a range are often moments of somebody's session.
    from: fc.oneof(
      around(-90, 40),
      fc.nat(1000).map((of) => ({ of })),
    ),
    to: fc.oneof(
      around(-40, 100),
      fc.nat(1000).map((of) => ({ of })),
    ),
  })
  .chain(({ change: [zone, at], ...given }) => {
    const change = Date.parse(at);
    const now = change + given.now;
    return crowd(change, now, users).map((histories) => ({ ...given, zone, change, now, histories }));
  });
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

function askedOf({ zone, change, now, histories, ...given }: Round): Omit<Asked, "edges" | "days"> {
  const moments = histories.flatMap(({ login, logout }) => [login, logout ?? login]);
  const at = (wanted: number | { of: number }) =>
    typeof wanted === "number" ? change + wanted : (moments[wanted.of % moments.length] ?? change);
  const [from = 0, to = 0] = [at(given.from), at(given.to)].toSorted((a, b) => a - b);
  const asOf = now - given.earlier;
  const resumedAt = now + given.resumed;
  return { zone, dayTurn: given.dayTurn, from, to: to === from ? to + 1 : to, asOf, resumedAt };
}

const facts = [
  "login",
  "logout",
  "logoutType",
  "cause",
  "endedAt",
  "certainty",
  "platform",
  "os",
  "reportedLate",
  "lastSeen",
];
const figures = Object.keys(figuresOf([]));

async function queryOf(asked: Asked, more: object = {}): Promise<ReportQuery> {
  const { zone, dayTurn, edges, days } = asked;
  const iso = (at: number) => new Date(at).toISOString();
  return reportQuery(await readCatalogue()).parse({
    from: iso(asked.from),
    to: iso(asked.to),
    ...{ zone, dayTurn, edges, days },
    columns: [...facts, ...figures, "date"],
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
  await store(one.histories, place);
  await db.$executeRaw`delete from gateway_beat`;
  if (Number.isFinite(one.resumed))
    await db.gatewayBeat.create({
      data: { id: 1, beatAt: new Date(asked.asOf), resumedAt: new Date(asked.resumedAt) },
    });
  await clock.set(new Date(asked.asOf));

  for (const edges of ["clip", "whole"] as const)
    for (const days of ["join", "split"] as const) await compareOne(one.histories, { ...asked, edges, days });
}

async function compareOne(histories: readonly History[], asked: Asked) {
  const expected = expectedRows(histories, asked);
  const query = await queryOf(asked);
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
  expect(totals).toMatchObject({ ok: true, value: { ...countsOf(expected), values: figuresOf(expected) } });

  const grouped = await queryOf(asked, { group: "team,date,os" });
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
const wanted = (row: Expected) => ({
  sessionId: row.of.id,
  date: row.date,
  open: row.open,
  ...factsOf(row),
  ...figuresOf([row]),
});

const teamOf = ({ of }: Expected) => (of.user % 3 === 0 ? "Billing" : "Sales");
const pathOf = (labels: readonly unknown[]) => labels.map((label) => label ?? "\uffff").join(" / ");

/** By the names of the groups, each before those within it; what has no name comes last. */
function expectedGroups(rows: readonly Expected[]) {
  const groups = new Map<string, Expected[]>();
  for (const row of rows)
    for (const depth of [1, 2, 3]) {
      const path = pathOf([teamOf(row), row.date, row.of.os].slice(0, depth));
      groups.set(path, [...(groups.get(path) ?? []), row]);
    }
  return [...groups]
    .toSorted(([a], [b]) => compareNames(a, b))
    .map(([path, of]) => ({ path, counts: countsOf(of), values: figuresOf(of) }));
}

const compareNames = new Intl.Collator("en", { numeric: true }).compare;

test("rows, totals and groups are what the oracle says", { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(round, compareAll), {
    numRuns: rounds,
    endOnFailure: true,
  });
  expect(compared).toBeGreaterThan(60 * rounds);
});
