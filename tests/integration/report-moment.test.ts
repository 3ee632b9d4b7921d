import { expect, test } from "vitest";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { reportDb } from "@/lib/db";
import { reportRows } from "@/lib/reports/rows";
import { workedOut } from "@/lib/reports/run";
import { longAmong } from "@/lib/reports/stays";
import { reportTotals } from "@/lib/reports/totals";
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

test("the index of long sessions is the one that is asked", async () => {
  const plan = await reportDb.$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`;

    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`explain select * from ${longAmong(new Date(now))} s`;
  });
  expect(JSON.stringify(plan)).toContain("session_long_idx");
});
