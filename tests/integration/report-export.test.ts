import { expect, test } from "vitest";
import { exportTexts } from "@/app/_edges/report-texts";
import { db } from "@/lib/db";
import { openLines } from "@/lib/reports/lines";
import { readCatalogue } from "@/lib/reports/queries";
import { xlsxFile } from "@/lib/reports/xlsx-file";
import { Prisma } from "@/prisma/generated/client";
import { cast, hour, queryOf } from "./report-cast";
import { csvRows, exported, sheetRows, workbook } from "./report-files";

// What stands in the files, read back by other libraries.

const { place } = await cast();
const texts = exportTexts(await readCatalogue());
const columns = "agent,login,logout,logoutType,reportedLate,date,loginTime,notReadyPercent,interactionsIn,os";
const title = "Agent Login-Logout";

test("a CSV file has the rows of the screen, by the clock of the zone", async () => {
  const file = await exported(
    await queryOf({ columns, zone: "Asia/Kathmandu", from: "2026-11-20", to: "2026-11-21" }),
    "csv",
  );
  expect(csvRows(file)).toEqual([
    [
      "Agent",
      "Login",
      "Logout",
      "Logout Type",
      "Reported Late",
      "Date",
      "Login Time",
      "Not Ready %",
      "Interactions In",
      "Operating System",
    ],
    [
      "Bo 2",
      "2026-11-20 13:45:00.000",
      "2026-11-20 17:45:00.000",
      "Normal",
      "No",
      "2026-11-20",
      "04:00:00.000",
      "0.00%",
      "0",
      "iOS 9.1",
    ],
    [
      "bo 10",
      "2026-11-20 14:45:00.000",
      "2026-11-20 15:45:00.000",
      "System",
      "No",
      "2026-11-20",
      "01:00:00.000",
      "0.00%",
      "0",
      "",
    ],
    [
      "Ada",
      "2026-11-20 15:45:00.000",
      "2026-11-20 16:45:00.000",
      "Normal",
      "No",
      "2026-11-20",
      "01:00:00.000",
      "100.00%",
      "0",
      "iOS 14.8",
    ],
    ["Bo 2", "2026-11-20 18:45:00.000", "", "", "No", "2026-11-20", "05:00:00.000", "0.00%", "0", "iOS 14.8"],
  ]);
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test("and says what it is of", async () => {
  const filters = [
    { column: "os", anyOf: ["iOS 14.8", null] },
    { column: "loginTime", from: hour },
    { column: "logoutType", anyOf: ["normal", null] },
  ];
  const query = await queryOf({
    columns: "agent,loginTime,notReadyPercent",
    dayTurn: "04:00",
    days: "split",
    filters,
  });
  const rows = csvRows(await exported(query, "csv", { header: true }));
  expect(rows.slice(0, -3).map(([first]) => first)).toEqual([
    "Report: Agent Login/Logout",
    "From: 2026-11-20 04:00:00",
    "Until: 2026-11-21 04:00:00",
    "Time zone: UTC",
    "Sessions across the ends of the range: Clipped to the range",
    "Sessions of several days: One row a day",
    "Days begin at: 04:00",
    "As of: 2026-11-20 18:00:00",
    "Only: Operating System: iOS 14.8 or None",
    "Only: Login Time: 01:00:00.000 or more",
    "Only: Logout Type: Normal or None",
    "Rows: 2",
    "Of sessions that are still open: 1",
    "Ending with the last sign of life: 0",
    "With something that was reported late: 0",
    "Total of Login Time: 06:00:00.000",
    "Total of Not Ready %: 16.67%",
    "",
  ]);
});

test("what is grouped stands together", async () => {
  const query = await queryOf({ columns: "agent,login", group: "agent", sort: "-login" });
  const rows = csvRows(await exported(query, "csv")).slice(1);
  expect(rows.map(([agent, login]) => [agent, login?.slice(11, 16)])).toEqual([
    ["Ada", "10:00"],
    ["Bo 2", "13:00"],
    ["Bo 2", "08:00"],
    ["bo 10", "09:00"],
  ]);
});

test("no cell is run by a spreadsheet, and all come back as they were", async () => {
  const names = ["=1+1", "+49 30", "-2", "@SUM(A1)", "'=x", '"quoted", with a comma', "two\nlines", "plain"];
  const id = place.userIds[2] ?? "";
  const query = await queryOf({ columns: "agent,device,login" });
  const told: (string | undefined)[] = [];
  try {
    for (const name of names) {
      await db.user.update({ where: { id }, data: { name } });
      told.push(csvRows(await exported(query, "csv"))[3]?.[0]);
    }
  } finally {
    await db.user.update({ where: { id }, data: { name: "Ada" } });
  }
  expect(told).toEqual([
    "'=1+1",
    "'+49 30",
    "'-2",
    "'@SUM(A1)",
    "''=x",
    '"quoted", with a comma',
    "two\nlines",
    "plain",
  ]);
});

test("a workbook has real moments, days, durations and shares, and totals below", async () => {
  const book = workbook(
    await exported(await queryOf({ columns, zone: "Asia/Kathmandu" }), "xlsx", { header: true }),
  );
  expect(book.SheetNames).toEqual([title, "About this report"]);
  const cell = (name: string) => {
    const { t, v, z, w } = book.Sheets[title]?.[name] ?? {};
    return { t, v, z, w };
  };
  expect(cell("A2")).toMatchObject({ t: "s", v: "Bo 2" });
  expect(cell("B2")).toMatchObject({ t: "n", z: "yyyy\\-mm\\-dd\\ hh:mm:ss", w: "2026-11-20 13:45:00" });
  expect(cell("D3")).toMatchObject({ t: "s", v: "System" });
  expect(cell("F2")).toMatchObject({ t: "n", w: "2026-11-20" });
  expect(cell("G2")).toMatchObject({ t: "n", z: "[h]:mm:ss", w: "4:00:00", v: 4 / 24 });
  expect(cell("H4")).toMatchObject({ t: "n", z: "0.00%", v: 1, w: "100.00%" });
  expect(cell("C5")).toEqual({});
  expect(cell("A6")).toMatchObject({ v: "Total" });
  expect(cell("G6")).toMatchObject({ v: 11 / 24, w: "11:00:00", z: "[h]:mm:ss" });
  expect(cell("H6")).toMatchObject({ v: 1 / 11 });
  expect(sheetRows(book, "About this report")).toContainEqual(["Time zone", "Asia/Kathmandu"]);
  const bare = workbook(await exported(await queryOf({ columns, zone: "Asia/Kathmandu" }), "xlsx"));
  expect(bare.SheetNames).toEqual([title]);
  expect(sheetRows(bare, title)).toEqual(sheetRows(book, title).slice(0, -1));
});

test("texts are texts in a workbook, whatever is in them", async () => {
  const id = place.userIds[2] ?? "";
  const name = `=1+1 <b>&"'\u0001`;
  await db.user.update({ where: { id }, data: { name } });
  try {
    const book = workbook(await exported(await queryOf({ columns: "agent" }), "xlsx"));
    expect(book.Sheets[title]?.A4).toMatchObject({ t: "s", v: name.replace("\u0001", "") });
    expect(book.Sheets[title]?.A4?.f).toBeUndefined();
  } finally {
    await db.user.update({ where: { id }, data: { name: "Ada" } });
  }
});

test("a workbook goes on on the next sheet where one is full", async () => {
  const sheet = {
    texts,
    columns: [{ id: "agent", type: "count" as const, head: "Agent" }],
    beside: { facts: [], groups: null, totals: {} },
  };
  for (const [count, most, expected] of [
    [0, 5, [0]],
    [5, 5, [5]],
    [10, 5, [5, 5]],
    [4011, 2000, [2000, 2000, 11]],
  ] as const) {
    const lines = await openLines(Prisma.sql`select n from generate_series(1, ${count}::int) n`);
    const parts: Uint8Array[] = [];
    for await (const { bytes } of xlsxFile(lines, sheet, most)) parts.push(bytes);
    await lines.close();
    const book = workbook(Buffer.concat(parts));
    const names = expected.map((_, at) => (at === 0 ? title : `${title} ${at + 1}`));
    expect(book.SheetNames).toEqual([...names, "About this report"]);
    const numbers = names.map((name) =>
      sheetRows(book, name).flatMap(([value]) => (typeof value === "number" ? [value] : [])),
    );
    expect(numbers.map(({ length }) => length)).toEqual(expected);
    expect(numbers.flat()).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    expect(sheetRows(book, names.at(-1) ?? "").at(-1)).toEqual(["Total"]);
  }
});
