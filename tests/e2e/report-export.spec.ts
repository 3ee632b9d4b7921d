import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { expect, expectAccessible, test } from "./fixtures";
import { writeSystems } from "./ledger";
import { ReportPage } from "./pages/report-page";

const sessions = 12_000;

test("a large file tells how far it is and is cancelled; made again, it has the figures of the screen", async ({
  agent,
  consolePage,
}) => {
  const day = await writeSystems(agent.username, sessions, { lastingMs: 5000 });
  const report = new ReportPage(consolePage);
  const columns = "agent,os,login,loginTime";
  await report.open({ ...day, team: agent.team, columns });
  await expect(report.total).toContainText("Total of 12,000 rows");
  const total = (await report.total.getByRole("time").textContent()) ?? "";
  expect(total).toBe("16:40:00");
  const shown = [1, 2, 3].map((at) => [`Linux ${at}`, "0:00:05"]);
  for (const [at, [system = "", time = ""]] of shown.entries()) {
    await expect((await report.cells("Operating System")).nth(at)).toHaveText(system);
    await expect((await report.cells("Login Time")).nth(at)).toHaveText(time);
  }

  const files: string[] = [];
  consolePage.on("download", (file) => files.push(file.suggestedFilename()));
  const network = await consolePage.context().newCDPSession(consolePage);
  const throttle = (downloadThroughput: number) =>
    network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput,
      uploadThroughput: -1,
    });
  await throttle(20_000);
  await report.export("CSV");
  const progress = consolePage.getByRole("progressbar");
  await expect(progress).toHaveAccessibleName(/^[1-9][\d,]* of 12,000 rows$/);
  await expect(consolePage.getByRole("button", { name: "Export", exact: true })).toBeDisabled();
  await expectAccessible(consolePage, "[role=progressbar]");
  await consolePage.getByRole("button", { name: "Cancel" }).click();
  await expect(progress).toBeHidden();
  await throttle(-1);

  const comma = consolePage.waitForEvent("download");
  await report.export("CSV");
  const csv = await readFile(await (await comma).path(), "utf8");
  const lines: string[][] = parse(csv, { bom: true, record_delimiter: "\r\n" });
  const head = lines.findIndex(([first]) => first === "Agent");
  const about = lines.slice(0, head).map(([first]) => first);
  expect(about).toContain(`Rows: ${sessions}`);
  expect(about).toContain(`Total of Login Time: ${total}.000`);
  const rows = lines.slice(head + 1).filter(([first]) => first === agent.name);
  expect(rows).toHaveLength(sessions);
  expect(rows.slice(0, 3).map(([, system, , time]) => [system, time])).toEqual(
    shown.map(([system, time]) => [system, `0${time}.000`]),
  );

  const workbook = consolePage.waitForEvent("download");
  await report.export("Excel (XLSX)");
  const book = read(await readFile(await (await workbook).path()), { cellText: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const cells = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
  expect(cells[0]).toEqual(["Agent", "Operating System", "Login", "Login Time"]);
  expect(cells.filter(([first]) => first === agent.name)).toHaveLength(sessions);
  expect(cells.slice(1, 4).map(([, system, , time]) => [system, time])).toEqual(shown);
  expect(cells.find(([first]) => first === "Total")?.at(3)).toBe(total);
  // Nothing came of what was cancelled.
  expect(files.map((name) => name.split(".").at(-1))).toEqual(["csv", "xlsx"]);
});
