import { utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { exportTexts } from "@/app/_edges/report-texts";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { csvFigure } from "@/lib/reports/csv-cells";
import { csvFile } from "@/lib/reports/csv-file";
import { reportGroups } from "@/lib/reports/groups";
import { openLines } from "@/lib/reports/lines";
import { mostPrinted } from "@/lib/reports/printed";
import { readCatalogue } from "@/lib/reports/queries";
import type { ReportQuery } from "@/lib/reports/schema";
import { Prisma } from "@/prisma/generated/client";
import { all, cast, hour, now, queryOf, session } from "./report-cast";
import { csvRows, exported, sheetRows, workbook } from "./report-files";
import { store } from "./report-store";

// The sums of groups in files: those of the screen.

const { place } = await cast();
const columns = "agent,loginTime,notReadyPercent,interactionsIn";
const asOf = new Date(now);

async function onScreen(query: ReportQuery) {
  const page = await reportGroups(administrator, { query, limit: 100, asOf });
  if (!page.ok) throw new Error(page.code);
  return page.value.groups;
}

test("a workbook has a sheet of them, with real figures, days and words", async () => {
  const query = await queryOf({ columns, group: "team,date,logoutType" });
  const book = workbook(await exported(query, "xlsx", { header: true }));
  expect(book.SheetNames).toEqual(["Agent Login-Logout", "Groups", "About this report"]);
  const sheet = book.Sheets.Groups ?? {};
  const [head, ...rows] = sheetRows(book, "Groups").map((row, r) =>
    row.map((_, c) => sheet[utils.encode_cell({ r, c })]?.v ?? null),
  );
  expect(head).toEqual([
    ...["Team", "Date", "Logout Type", "Rows"],
    ...["Login Time", "Not Ready %", "Interactions In"],
  ]);
  const day = 46346;
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["Billing", null, null, 3],
    ["Billing", day, null, 3],
    ["Billing", day, "Normal", 1],
    ["Billing", day, "System", 1],
    ["Billing", day, "None", 1],
    ["Sales", null, null, 1],
    ["Sales", day, null, 1],
    ["Sales", day, "Normal", 1],
  ]);
  const groups = await onScreen(query);
  expect(rows.map((row) => row.slice(3))).toEqual(
    groups.map(({ rows, values }) => [
      rows,
      (values.loginTime ?? 0) / (24 * hour),
      values.notReadyPercent,
      values.interactionsIn,
    ]),
  );
  expect(sheet.B3).toMatchObject({ t: "n", w: "2026-11-20" });
  expect(sheet.E2).toMatchObject({ w: "10:00:00", z: "[h]:mm:ss" });
});

test("a CSV file has them before its head", async () => {
  const query = await queryOf({ columns: "agent,loginTime,notReadyPercent", group: "team,platform" });
  const lines = csvRows(await exported(query, "csv", { header: true })).map(([first]) => first);
  const groups = await onScreen(query);
  const figure = (type: "duration" | "percent", value: number | null | undefined) =>
    csvFigure(type, value ?? Number.NaN);
  expect(lines.filter((line) => line?.startsWith("Group: "))).toEqual(
    groups.map(({ path: [team, platform], rows, values }) =>
      [
        `Group: Team: ${team?.label}`,
        ...(platform ? [`Platform: ${platform.label === "mobile" ? "Mobile" : "Desktop"}`] : []),
        `Rows: ${rows}`,
        `Login Time: ${figure("duration", values.loginTime)}`,
        `Not Ready %: ${figure("percent", values.notReadyPercent)}`,
      ].join("; "),
    ),
  );
  expect(groups).toHaveLength(5);
});

test("a file of rows alone has neither groups nor totals, in both formats", async () => {
  const query = await queryOf({ columns: "agent,loginTime", group: "team" });
  const csv = csvRows(await exported(query, "csv"));
  const book = workbook(await exported(query, "xlsx"));
  expect(book.SheetNames).toEqual(["Agent Login-Logout"]);
  const sheet = sheetRows(book, "Agent Login-Logout");
  expect(csv.map(([agent]) => agent)).toEqual(["Agent", "Bo 2", "bo 10", "Bo 2", "Ada"]);
  expect(sheet.map(([agent]) => agent)).toEqual(csv.map(([agent]) => agent));
});

test("there are as many as on paper, and the file says that there are more", {
  timeout: 60_000,
}, async () => {
  const many = Array.from({ length: mostPrinted + 1 }, (_, at) =>
    session(at % 3, now - (at + 1) * 60_000, 1 / 120, { ip: `10.0.${at >> 8}.${at & 255}` }),
  );
  await store(many, place);
  try {
    const query = await queryOf({ columns: "ip", from: "2026-11-01", group: "ip" });
    const lines = csvRows(await exported(query, "csv", { header: true })).map(([first]) => first);
    expect(lines.filter((line) => line?.startsWith("Group: IP Address: "))).toHaveLength(mostPrinted);
    expect(lines).toContain("Groups: only the first 5,000 are listed");
    const fewer = await queryOf({ columns: "ip", from: "2026-11-01", group: "platform" });
    const book = workbook(await exported(fewer, "xlsx", { header: true }));
    expect(sheetRows(book, "Groups").slice(1)).toEqual([["Desktop", mostPrinted + 1]]);
    expect(sheetRows(book, "About this report").map(([name]) => name)).not.toContain("Groups");
  } finally {
    await store(all, place);
  }
});

test("what a group is called is never run by a spreadsheet", async () => {
  const lines = await openLines(Prisma.sql`select 'x' as line`);
  const groups = {
    columns: [{ head: "System", type: "text" as const }],
    lines: [["=1+1"]],
    more: false,
  };
  const sheet = {
    texts: { ...exportTexts(await readCatalogue()), group: "=" },
    columns: [{ id: "os", type: "text" as const, head: "System" }],
    beside: { facts: [], groups, totals: {} },
  };
  const parts: Uint8Array[] = [];
  for await (const { bytes } of csvFile(lines, sheet)) parts.push(bytes);
  await lines.close();
  expect(csvRows(Buffer.concat(parts))[0]).toEqual(["'=: System: =1+1"]);
});
