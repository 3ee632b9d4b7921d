import { expect, expectAccessible, test } from "./fixtures";
import { writeSystems } from "./ledger";
import { ReportPage, stock } from "./pages/report-page";

test("filters in the head narrow rows and total alike; the address keeps all of it", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  await report.open({ team: agent.team, preset: "today", columns: "agent,platform,loginTime" });
  await expect(report.total).toContainText("Total of 1 row");

  await report.menu("Platform", "Filter…");
  const dialog = consolePage.getByRole("dialog", { name: "Filter by Platform" });
  await dialog.getByRole("checkbox", { name: "Mobile" }).check();
  await expectAccessible(consolePage, "[role=dialog]");
  await dialog.getByRole("button", { name: "Show" }).click();
  await expect(consolePage.getByRole("button", { name: "Platform Mobile" })).toBeVisible();
  await expect(report.rows).toHaveCount(1);

  await report.menu("Login Time", "Filter…");
  await consolePage.getByLabel("At least, in minutes").fill("600");
  await consolePage.getByRole("button", { name: "Show" }).click();
  await expect(consolePage.getByText("No session fits the filters")).toBeVisible();
  await consolePage.goBack();
  await expect(report.rows).toHaveCount(1);
  await consolePage.reload();
  await expect(consolePage.getByRole("button", { name: "Platform Mobile" })).toBeVisible();
});

test("a value beyond those that a filter lists is found by its search", async ({ agent, consolePage }) => {
  const day = await writeSystems(agent.username, 1100);
  const report = new ReportPage(consolePage);
  await report.open({ ...day, team: agent.team, columns: "agent,os" });
  await report.menu("Operating System", "Filter…");
  const dialog = consolePage.getByRole("dialog", { name: "Filter by Operating System" });
  const last = dialog.getByRole("checkbox", { name: "Linux 1100" });
  await expect(dialog.getByRole("status")).toContainText("Only the first 1,000 values are listed.");
  await expect(last).toHaveCount(0);
  await dialog.getByRole("searchbox", { name: "Find a value" }).fill("linux 110");
  await last.check();
  await expect(dialog.getByRole("status")).toBeHidden();
  await dialog.getByRole("searchbox", { name: "Find a value" }).fill("");
  await expect(last).toBeChecked();
  await dialog.getByRole("button", { name: "Show" }).click();
  await expect(consolePage.getByRole("button", { name: "Operating System Linux 1100" })).toBeVisible();
  await expect(report.rows).toHaveCount(1);
});

test("filters by the words of the admin API are seen, and taken back like any other", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  await report.open({ preset: "today", user: agent.username, version: "0.0.1" });
  await expect(consolePage.getByRole("button", { name: `Username ${agent.username}` })).toBeVisible();
  await expect(consolePage.getByText("No session fits the filters")).toBeVisible();

  await consolePage.getByRole("button", { name: "App Version 0.0.1" }).click();
  await consolePage.getByRole("checkbox", { name: "2.17.60" }).check();
  await consolePage.getByRole("checkbox", { name: "0.0.1" }).click();
  await consolePage.getByRole("button", { name: "Show" }).click();
  await expect(consolePage.getByRole("button", { name: "App Version 2.17.60" })).toBeVisible();
  await expect(report.rows).toHaveCount(1);

  await report.open({ preset: "today", user: agent.username, version: "0.0.1" });
  await consolePage.getByRole("button", { name: "Clear filters" }).click();
  await expect(report.rows.first()).toBeVisible();
  await expect(consolePage.getByRole("button", { name: /^(Username|App Version) / })).toBeHidden();
  expect(new URL(consolePage.url()).search).not.toMatch(/user=|version=/);
});

test("an address that no report could have says what is wrong in it", async ({ consolePage }) => {
  const report = new ReportPage(consolePage);
  await report.open({ from: "2026-02-01", to: "2026-01-01", columns: "agent,agent,moon" });
  const alert = consolePage.getByRole("alert").filter({ hasText: "This address" });
  await expect(alert).toContainText("to must be after from");
  await expect(alert).toContainText("columns");
  await consolePage.getByRole("link", { name: "Open the stock report" }).click();
  await expect(report.titles).toHaveText(stock);

  for (const { params, told, column, filter } of [
    { params: { login: "soon.." }, told: "login must be a moment", column: "Login", filter: "soon.." },
    { params: { date: "x" }, told: "date x is no value of date", column: "Date", filter: "x" },
  ]) {
    await report.open(params);
    await expect(alert).toContainText(told);
    await consolePage.getByRole("button", { name: `${column} ${filter}`, exact: true }).click();
    await consolePage.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await consolePage.getByRole("button", { name: `Clear ${column}`, exact: true }).click();
    await expect(report.titles).toHaveText(stock);
    await expect(alert).toBeHidden();
  }

  await report.open({ zone: "Mars/X", login: "2026-01-01T08:00:00Z.." });
  await expect(alert).toContainText("zone must be a time zone");
  const chip = consolePage.getByRole("button", { name: /^Login Thu 1 Jan.* 09:00 or more$/ });
  await expect(chip).toBeVisible();
  await consolePage.getByRole("button", { name: "Clear Login", exact: true }).click();
  await expect(chip).toBeHidden();
  await expect(alert).toContainText("zone must be a time zone");
});

test("a report that is on its way says so, not that nobody was signed in", async ({ agent, consolePage }) => {
  const day = await writeSystems(agent.username, 1);
  const report = new ReportPage(consolePage);
  await report.open({ ...day, team: agent.team, date: "x" });
  let letThrough = () => {};
  const waited = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await consolePage.route("**/login-logout/rows?*", (route) => waited.then(() => route.continue()));
  await report.chip("Clear Date").click();
  await expect(consolePage.getByText("Working it out…")).toBeVisible();
  await expect(consolePage.getByText("Nobody was signed in in this range")).toBeHidden();
  letThrough();
  await expect(report.rows).toHaveCount(1);
  await expect(consolePage.getByText("Working it out…")).toBeHidden();
});
