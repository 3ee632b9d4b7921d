import { called, createAgent, expect, expectAccessible, test } from "./fixtures";
import { writePastSessions, writeSystems } from "./ledger";
import { ReportPage } from "./pages/report-page";

test("the chart goes by what rows are grouped by; a press on a bar narrows it, the rows and the total", async ({
  agent,
  consolePage,
}) => {
  const day = await writeSystems(agent.username, 3);
  const report = new ReportPage(consolePage);
  const columns = "agent,os,loginTime";
  await report.open({ ...day, team: agent.team, columns });
  const { chart, bars } = report;
  await expect(chart.getByRole("heading")).toHaveText("Agents signed in");
  await expect(chart.getByRole("slider", { name: "Agents signed in over time" })).toBeAttached();

  await report.menu("Operating System", "Group by it");
  await expect(chart.getByRole("heading")).toHaveText("Sessions and hours by Operating System");
  await expect(bars).toHaveCount(3);
  await expect(bars.filter({ hasText: "Linux 2" })).toHaveAttribute("title", /Linux 2: 1 Sessions, 0:01:00/);
  await expectAccessible(consolePage, "main");

  await bars.getByRole("button", { name: "Show only Linux 2" }).click();
  await expect(report.chip("Operating System Linux 2")).toBeVisible();
  await expect(bars).toHaveCount(1);
  await expect(report.rows).toHaveCount(1);
  await expect(report.total).toContainText("Total of 1 row");
  await report.chip("Clear Operating System").click();
  await expect(bars).toHaveCount(3);
  await expect(report.total).toContainText("Total of 3 rows");
});

test("agents over time and causes by day are gone along by keyboard; a press on their legend filters", async ({
  api,
  agent,
  consolePage,
}) => {
  const day = await writeSystems(agent.username, 3);
  const bao = called(agent, "Bao Nguyen");
  await createAgent(api, bao);
  await writePastSessions(bao.username, 1);
  const report = new ReportPage(consolePage);
  await report.open({ ...day, team: agent.team, columns: "agent,platform,cause" });
  const { chart } = report;
  const along = chart.getByRole("slider");
  await along.press("Home");
  await expect(along).toHaveAttribute("aria-valuetext", /00:00: Desktop 0, Mobile 1$/);
  await along.press("ArrowRight");
  await expect(along).toHaveAttribute("aria-valuetext", /00:01: Desktop 1, Mobile 1$/);
  await chart.getByRole("button", { name: "Show only Desktop" }).click();
  await expect(report.chip("Platform Desktop")).toBeVisible();
  await expect(report.total).toContainText("Total of 3 rows");
  await expect(along).toHaveAttribute("aria-valuetext", /Mobile 0$/);

  await report.menu("Logout Cause", "Group by it");
  await expect(chart.getByRole("heading")).toHaveText("Logout Cause by day");
  await expect(along).toHaveAttribute("aria-valuetext", /: Signed out 3$/);
  await report.chip("Clear Platform").click();
  await expect(along).toHaveAttribute("aria-valuetext", /: Signed out 4$/);
  await chart.getByRole("button", { name: "Show only Signed out" }).click();
  await expect(report.chip("Logout Cause Signed out")).toBeVisible();
  await expect(report.total).toContainText("Total of 4 rows");

  // Folded away it stays away.
  await chart.getByRole("button", { name: "Logout Cause by day" }).click();
  await expect(along).toBeHidden();
  await consolePage.reload();
  await expect(report.total).toContainText("Total of 4 rows");
  await expect(along).toBeHidden();
  await chart.getByRole("button", { name: "Logout Cause by day" }).click();
  await expect(along).toBeAttached();
});
