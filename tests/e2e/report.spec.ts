import { readFile } from "node:fs/promises";
import {
  called,
  createAgent,
  expect,
  expectAccessible,
  password,
  phoneWindow,
  signInToConsole,
  test,
} from "./fixtures";
import { ReportPage, stock } from "./pages/report-page";
import { SchedulesPage } from "./pages/schedules-page";

const four = ["Platform", "App Version", "Mobile Device", "Operating System"];
/** From the last to the first, each with the column that it is put before: all of them end up after Agent. */
const lastFirst = four.map((name, at) => ({ name, before: four[at + 1] ?? "Login" })).toReversed();

test("the four columns are dragged in by mouse, along the head and out again; undo takes all of it back", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  await report.open({ team: agent.team, preset: "today" });
  await expect(report.titles).toHaveText(stock);

  await report.drag(report.onShelf("Platform"), report.head("Login"), "Platform will be before Login.");
  await report.drag(report.onShelf("App Version"), report.head("Login"), "App Version will be before Login.");
  await report.drag(
    report.onShelf("Mobile Device"),
    report.head("Login"),
    "Mobile Device will be before Login.",
  );
  await report.drag(
    report.onShelf("Operating System"),
    report.head("Login"),
    "Operating System will be before Login.",
  );
  await expect(report.titles).toHaveText(["Agent", ...four, ...stock.slice(1)]);
  await expect(report.rows.first()).toContainText("Mobile");
  await expect(report.rows.first()).toContainText("2.17.60");
  await expect(report.rows.first()).toContainText("iPhone 8 Plus");
  await expect(report.rows.first()).toContainText("iOS 14.8");
  await expect(report.onShelf("Platform")).toBeHidden();

  await report.drag(report.head("Platform"), report.head("Agent"), "Platform will be before Agent.");
  await expect(report.titles).toHaveText(["Platform", "Agent", ...four.slice(1), ...stock.slice(1)]);
  await report.drag(report.head("App Version"), report.shelf, "App Version will be back on the shelf.");
  await expect(report.onShelf("App Version")).toBeVisible();

  for (const _ of [1, 2, 3, 4, 5, 6]) await consolePage.keyboard.press("Control+z");
  await expect(report.titles).toHaveText(stock);
  await expect(consolePage.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
  for (const _ of [1, 2, 3, 4]) await consolePage.keyboard.press("Control+Shift+z");
  await expect(report.titles).toHaveText(["Agent", ...four, ...stock.slice(1)]);
  await expectAccessible(consolePage, "main");
});

test("the same by keyboard: every step is said, Escape leaves it, and the groups are reached as well", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  const { keyboard } = consolePage;
  await report.open({ team: agent.team, preset: "today" });

  await report.onShelf("Platform").press("Space");
  await report.said("Platform is where it was.");
  await keyboard.press("ArrowRight");
  await report.said("Platform will be before Agent.");
  await keyboard.press("Escape");
  await report.said("Platform stays where it was.");
  await expect(report.titles).toHaveText(stock);

  for (const { name, before } of lastFirst) {
    await report.onShelf(name).press("Space");
    await report.said(`${name} is where it was.`);
    await keyboard.press("ArrowRight");
    await report.said(`${name} will be before Agent.`);
    await keyboard.press("ArrowRight");
    await report.said(`${name} will be before ${before}.`);
    await keyboard.press("Space");
    await report.said(`Dropped. ${name} will be before ${before}.`);
  }
  await expect(report.titles).toHaveText(["Agent", ...four, ...stock.slice(1)]);

  await report.head("Platform").press("Space");
  await report.said("Platform is where it was.");
  await keyboard.press("ArrowLeft");
  await report.said("Platform will be before Agent.");
  await keyboard.press("Space");
  await expect(report.titles).toHaveText(["Platform", "Agent", ...four.slice(1), ...stock.slice(1)]);

  await report.head("Platform").press("Space");
  await report.said("Platform is where it was.");
  await keyboard.press("ArrowUp");
  await report.said("Rows will be grouped by Platform last.");
  await keyboard.press("Space");
  await expect(report.groups.getByRole("button", { name: "Platform", exact: true })).toBeVisible();
  await expect(report.rows.first()).toContainText("Mobile");
  await report.rows.first().press("Enter");
  await expect(report.rows.nth(1)).toContainText(agent.name);

  // Enter adds what is pressed on the shelf at the end, Delete puts it back.
  await report.onShelf("Team").press("Enter");
  await expect(report.titles.last()).toHaveText("Team");
  await report.head("Team").press("Delete");
  await expect(report.onShelf("Team")).toBeVisible();
});

test("the same by touch", async ({ agent, phone, browser }) => {
  await phone.start(agent.username, "correct horse");
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, hasTouch: true });
  await signInToConsole(context, process.env.ADMIN_USERNAME ?? "", process.env.ADMIN_PASSWORD ?? "");
  const report = new ReportPage(await context.newPage());
  await report.open({ team: agent.team, preset: "today" });
  for (const { name, before } of lastFirst)
    await report.touchDrag(report.onShelf(name), report.head(before), {
      lifted: `${name} is where it was.`,
      landing: `${name} will be before ${before}.`,
    });
  await expect(report.titles).toHaveText(["Agent", ...four, ...stock.slice(1)]);
  await report.touchDrag(report.head("Platform"), report.head("Agent"), {
    lifted: "Platform is where it was.",
    landing: "Platform will be before Agent.",
  });
  await expect(report.titles).toHaveText(["Platform", "Agent", ...four.slice(1), ...stock.slice(1)]);
  await report.touchDrag(report.head("App Version"), report.shelf, {
    lifted: "App Version is where it was.",
    landing: "App Version will be back on the shelf.",
  });
  await expect(report.titles).toHaveText(["Platform", "Agent", ...four.slice(2), ...stock.slice(1)]);
  await expect(report.onShelf("App Version")).toBeVisible();
  await context.close();
});

test("a layout is saved, shared, and opened by somebody else; what changed since is marked", async ({
  api,
  agent,
  phone,
  consolePage,
  browser,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  const name = `Devices ${agent.team}`;
  await report.open({ team: agent.team, preset: "today" });
  for (const column of four) await report.onShelf(column).press("Enter");
  await consolePage.getByRole("button", { name: "Save layout" }).click();
  const dialog = consolePage.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("combobox").click();
  await consolePage.getByRole("option", { name: "Everyone" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(consolePage.getByRole("button", { name: `Layout: ${name}`, exact: true })).toBeVisible();
  await consolePage.reload();
  await expect(consolePage.getByRole("button", { name: `Layout: ${name}`, exact: true })).toBeVisible();
  await expect(report.titles).toHaveText([...stock, ...four]);
  await report.head("Platform").press("Delete");
  await expect(consolePage.getByRole("button", { name: `Layout: ${name}, modified` })).toBeVisible();

  const analyst = called(agent, "Ada Analyst");
  await createAgent(api, analyst, ["analyst"]);
  const context = await browser.newContext({ viewport: { width: 1280, height: phoneWindow.height } });
  await signInToConsole(context, analyst.username, password);
  const other = new ReportPage(await context.newPage());
  await other.open({ team: agent.team, preset: "today" });
  await other.page.getByRole("button", { name: /^Layout:/ }).click();
  await other.page.getByRole("menuitemradio", { name }).click();
  await expect(other.titles).toHaveText([...stock, ...four]);
  await expect(other.rows.first()).toContainText("iPhone 8 Plus");
  await other.page.getByRole("button", { name: "Export" }).click();
  await other.page.getByRole("menuitem", { name: "Schedule by e-mail…" }).click();
  await expect(new SchedulesPage(other.page).field("Layout")).toContainText(name);
  await context.close();
});

test("a file has the columns, the rules and the rows that the screen shows", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  await report.open({ team: agent.team, preset: "today", columns: "agent,platform,device,logout" });
  await expect(report.total).toContainText("Total of 1 row");

  const file = consolePage.waitForEvent("download");
  await consolePage.getByRole("button", { name: "Export" }).click();
  await consolePage.getByRole("menuitem", { name: "CSV" }).click();
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("Agent,Platform,Mobile Device,Logout\r\n");
  expect(text).toContain(`${agent.name},Mobile,iPhone 8 Plus,`);
  expect(text).toContain(agent.team);

  const workbook = consolePage.waitForEvent("download");
  await consolePage.getByRole("button", { name: "Export" }).click();
  await consolePage.getByRole("menuitem", { name: "Excel (XLSX)" }).click();
  expect((await readFile(await (await workbook).path())).subarray(0, 2).toString()).toBe("PK");
});

test("what goes on paper is what the screen shows, without the console around it", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  await report.open({ team: agent.team, preset: "today", columns: "agent,platform,device,loginTime" });
  await expect(report.total).toContainText("Total of 1 row");
  const loginTime = (await report.total.getByRole("time").textContent()) ?? "";

  await consolePage.getByRole("button", { name: "Export" }).click();
  await consolePage.getByRole("menuitem", { name: "Print view" }).click();
  const lines = consolePage.getByRole("region", { name: "Agent Login/Logout" }).getByRole("row");
  await expect(lines).toHaveText([
    "AgentPlatformMobile DeviceLogin Time",
    `${agent.name}MobileiPhone 8 Plus${loginTime}`,
    `Total of 1 row${loginTime}`,
  ]);
  await expect(consolePage.getByText("Clipped to the range")).toBeVisible();

  await consolePage.emulateMedia({ media: "print" });
  await expect(consolePage.getByRole("navigation").first()).toBeHidden();
  await expect(consolePage.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(lines).toHaveCount(3);
  await consolePage.emulateMedia({ media: null });

  await consolePage.getByRole("link", { name: "Back to the report" }).click();
  await expect(report.total).toContainText("Total of 1 row");
});
