import { Client, Pool } from "pg";
import { describe, expect, test } from "vitest";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { db, mostReportsAtOnce, reportDb } from "@/lib/db";
import { reportRows } from "@/lib/reports/rows";
import { workedOut } from "@/lib/reports/run";
import { longAmong } from "@/lib/reports/stays";
import { reportTotals } from "@/lib/reports/totals";
import { ok } from "@/lib/result";
import { afternoon, all, at, cast, hour, morning, now, other, queryOf, session, short } from "./report-cast";
import { store } from "./report-store";

// Of which moment a report is, and how long it may take.

const { clock, place } = await cast();

test("the first page fixes the moment: what happens meanwhile is not told", async () => {
  const query = await queryOf({ sort: "-login" });
  const first = await reportRows(administrator, { query, limit: 3 });
  if (!first.ok) throw new Error(first.code);
  expect(first.value).toMatchObject({ asOf: new Date(now), replicaAgeMs: null });
  await clock.set(new Date(now + 2 * hour));
  const evening = session(2, now + hour, 0.5);
  const ended = { ...afternoon, logout: now + hour, cause: "signed_out", lastSeen: now + hour };
  try {
    await store([morning, ended, other, short, evening], place);
    const again = await reportTotals(administrator, { query, asOf: first.value.asOf });
    expect(again).toMatchObject({ value: { rows: 4, open: 1, values: { loginTime: 11 * hour } } });
    const rest = await reportRows(administrator, { query, limit: 3, cursor: first.value.next ?? undefined });
    expect(rest).toMatchObject({
      value: { asOf: new Date(now), rows: [{ sessionId: morning.id }], next: null },
    });
    expect(await reportTotals(administrator, { query })).toMatchObject({ value: { rows: 5, open: 0 } });
  } finally {
    await store(all, place);
    await clock.set(new Date(now));
  }
});

test("a phone whose end was found out after days is found in all of them", async () => {
  const lost = session(0, at("17T08:00"), 1, { endedAt: at("20T09:00"), cause: "inactivity" });
  try {
    await store([lost], place);
    const query = await queryOf({ columns: "unknownTime,loginTime" });
    const before = await reportTotals(administrator, { query, asOf: new Date(at("20T08:00")) });
    expect(before).toMatchObject({
      value: { rows: 1, open: 1, values: { loginTime: 8 * hour, unknownTime: 8 * hour } },
    });
    expect(await reportTotals(administrator, { query })).toMatchObject({ value: { rows: 0 } });
  } finally {
    await store(all, place);
  }
});

test("a report that takes too long is stopped, and says so", async () => {
  const slow = () =>
    reportDb.$transaction(async (tx) => {
      await tx.$executeRaw`set local statement_timeout = 50`;
      return tx.$queryRaw`select pg_sleep(5)::text`;
    });
  expect(await workedOut(slow)).toMatchObject({ ok: false, code: "report-too-long" });
});

describe("so few at once that everybody else finds the database quick", () => {
  const working = async () =>
    (
      await db.$queryRaw<unknown[]>`select from pg_stat_activity
        where datname = current_database() and state = 'active' and query like '%pg_advisory_xact_lock_shared%' and pid <> pg_backend_pid()`
    ).length;

  test("others wait for their turn, and have it", async () => {
    const key = 4711;
    const held = new Client({ connectionString: process.env.DATABASE_URL });
    await held.connect();
    await held.query("select pg_advisory_lock($1)", [key]);
    // Each goes on as long as the lock is held.
    const heavy = () =>
      workedOut(async () =>
        ok(await reportDb.$queryRaw`select pg_advisory_xact_lock_shared(${key}::int)::text`),
      );
    const all = Promise.all(Array.from({ length: 2 * mostReportsAtOnce }, heavy));
    try {
      await expect.poll(working).toBe(mostReportsAtOnce);
      for (let look = 0; look < 20; look += 1) expect(await working()).toBe(mostReportsAtOnce);
    } finally {
      await held.end();
    }
    expect((await all).map(({ ok }) => ok)).toEqual(
      Array.from({ length: 2 * mostReportsAtOnce }, () => true),
    );
  });

  test("one that waits too long is told so", async () => {
    const pool = new Pool({
      connectionString: process.env.DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: 1000,
    });
    const first = await pool.connect();
    try {
      expect(await workedOut(async () => ok(await pool.query("select 1")))).toMatchObject({
        ok: false,
        code: "report-queue-full",
      });
    } finally {
      first.release();
      await pool.end();
    }
  });
});

test("the index of long sessions is the one that is asked", async () => {
  const plan = await reportDb.$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`;

    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`explain select * from ${longAmong(new Date(now))} s`;
  });
  expect(JSON.stringify(plan)).toContain("session_long_idx");
});
