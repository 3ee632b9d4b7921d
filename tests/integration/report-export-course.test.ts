import { describe, expect, test } from "vitest";
import { exportTexts } from "@/app/_edges/report-texts";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import { db, exportPool } from "@/lib/db";
import { csvFile } from "@/lib/reports/csv-file";
import { exportReport } from "@/lib/reports/export";
import { openLines } from "@/lib/reports/lines";
import { readCatalogue } from "@/lib/reports/queries";
import { Prisma } from "@/prisma/generated/client";
import { afternoon, all, cast, hour, now, queryOf, session } from "./report-cast";
import { csvRows, exported } from "./report-files";
import { store } from "./report-store";

// Of which moment an export is, who may have it, and what becomes of one that goes on.

const { clock, place } = await cast();
const texts = exportTexts(await readCatalogue());

describe("of which moment", () => {
  test("a file agrees with the page that it was asked from", async () => {
    await clock.set(new Date(now + 2 * hour));
    const ended = { ...afternoon, logout: now + hour, cause: "signed_out", lastSeen: now + hour };
    try {
      await store([...all.filter((one) => one !== afternoon), ended, session(2, now + hour, 0.5)], place);
      const query = await queryOf({ columns: "logout,loginTime" });
      const then = csvRows(await exported(query, "csv", { asOf: new Date(now) }));
      expect(then).toHaveLength(5);
      expect(then.at(-1)).toEqual(["", "05:00:00.000"]);
      expect(csvRows(await exported(query, "csv"))).toHaveLength(6);
    } finally {
      await store(all, place);
      await clock.set(new Date(now));
    }
  });

  test("the hour that a clock shows twice is that of each moment", async () => {
    const night = session(0, Date.parse("2026-10-25T00:30:00Z"), 1.5);
    try {
      await store([night], place);
      const query = await queryOf({
        columns: "login,logout,loginTime",
        from: "2026-10-24",
        to: "2026-10-26",
        zone: "Europe/Berlin",
      });
      expect(csvRows(await exported(query, "csv"))[1]).toEqual([
        "2026-10-25 02:30:00.000",
        "2026-10-25 03:00:00.000",
        "01:30:00.000",
      ]);
    } finally {
      await store(all, place);
    }
  });
});

describe("who exports", () => {
  test("is in the audit log, without the names that were looked for", async () => {
    const query = await queryOf({ columns: "agent,os", filters: [{ column: "agent", contains: "Ada" }] });
    await exported(query, "csv");
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { verb: "report.export" },
      orderBy: { id: "desc" },
      include: { detail: true },
    });
    expect(entry.detail?.changes).toMatchObject({
      format: "csv",
      from: "2026-11-20T00:00:00.000Z",
      columns: ["agent", "os"],
      filters: ["agent"],
      rows: 1,
    });
    expect(JSON.stringify(entry)).not.toContain("Ada");
  });

  test("has the sessions of their teams; who may not read reports has none", async () => {
    const of = (roles: Actor["roles"], scope: Actor["scope"]): Actor => ({
      kind: "person",
      id: null,
      roles,
      scope,
    });
    const query = await queryOf({ columns: "agent" });
    const supervisor = of(["supervisor"], [place.teamIds[2] ?? ""]);
    expect(csvRows(await exported(query, "csv", { actor: supervisor }))).toEqual([["Agent"], ["Ada"]]);
    const asked = { query, format: "csv" as const, texts, header: true };
    await expect(exportReport(of(["agent"], "all"), asked)).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("an export that goes on", () => {
  const working = async () =>
    (
      await db.$queryRaw<{ pid: number }[]>`select pid from pg_stat_activity
      where state = 'active' and query like 'fetch%' and datname = current_database()`
    ).length;

  test("ends in the database when its reader goes away", async () => {
    const lines = await openLines(Prisma.sql`select pg_sleep(60)::text as line`);
    const taken = expect(lines.next()).rejects.toMatchObject({ code: "57014" });
    await expect.poll(working).toBe(1);
    await lines.close();
    await taken;
    expect(await working()).toBe(0);
    expect(exportPool.totalCount - exportPool.idleCount).toBe(0);
  });

  test("keeps so few at once that another one is told to wait", { timeout: 30_000 }, async () => {
    const query = await queryOf();
    const asked = { query, format: "csv" as const, texts, header: true };
    const first = await exportReport(administrator, asked);
    const second = await exportReport(administrator, asked);
    expect(await exportReport(administrator, asked)).toMatchObject({ ok: false, code: "report-queue-full" });
    for (const one of [first, second]) if (one.ok) await one.value.cancel();
    expect(await exported(query, "csv")).toBeInstanceOf(Buffer);
  });

  test("hands on lines as they come, whatever their number", async () => {
    const sheet = {
      texts,
      columns: [{ id: "agent", type: "text" as const, head: "Agent" }],
      beside: null,
    };
    const lines = await openLines(Prisma.sql`select 'line ' || n as line from generate_series(1, 5000) n`);
    const parts: Uint8Array[] = [];
    const counts: number[] = [];
    for await (const { bytes, rows } of csvFile(lines, sheet)) {
      parts.push(bytes);
      counts.push(rows);
    }
    await lines.close();
    expect(counts).toEqual([0, 2000, 4000, 5000]);
    expect(csvRows(Buffer.concat(parts)).at(-1)).toEqual(["line 5000"]);
  });
});
