import type { APIRequestContext } from "@playwright/test";
import { type Agent, called, createAgent, expect, expectAccessible, signInToConsole, test } from "./fixtures";
import { query, writePastSessions, writeSystems } from "./ledger";
import { ReportPage, stock } from "./pages/report-page";

/** Yesterday: two sessions on a desktop, one of somebody else on a phone. */
async function writeThree(api: APIRequestContext, agent: Agent) {
  const other = called(agent, "Bao Nguyen");
  await createAgent(api, other);
  await writePastSessions(other.username, 1);
  return writeSystems(agent.username, 2);
}

const byPlatform = ["Desktop", "Desktop", "Mobile"];

test("rows are sorted by several columns with Shift, and by the menus of the heads", async ({
  api,
  agent,
  consolePage,
}) => {
  const day = await writeThree(api, agent);
  const report = new ReportPage(consolePage);
  const columns = "platform,os,loginTime";
  await report.open({ ...day, team: agent.team, columns });
  await report.head("Platform").click();
  await report.head("Operating System").click({ modifiers: ["Shift"] });
  await expect(await report.cells("Platform")).toHaveText(byPlatform);
  await expect(await report.cells("Operating System")).toHaveText(["Linux 1", "Linux 2", "–"]);

  // The same by keyboard.
  await report.head("Operating System").press("Shift+Enter");
  await expect(await report.cells("Operating System")).toHaveText(["Linux 2", "Linux 1", "–"]);
  await expect(consolePage).toHaveURL(/sort=platform%2C-os/);
  await report.menu("Platform", "Remove sort");
  await expect(consolePage).toHaveURL(/sort=-os/);
  await report.menu("Platform", "Then sort descending");
  await expect(consolePage).toHaveURL(/sort=-os%2C-platform/);
  await report.menu("Platform", "Sort ascending");
  await expect(consolePage).toHaveURL(/sort=platform(&|$)/);
  await report.head("Platform").press("ArrowDown");
  await expect(consolePage.getByRole("menuitem", { name: "Then sort ascending" })).toBeHidden();
  await expectAccessible(consolePage, "[role=menu]");
});

test("a key that leads no further leaves the focus to the row that takes it next", async ({
  api,
  agent,
  consolePage,
}) => {
  const day = await writeThree(api, agent);
  const report = new ReportPage(consolePage);
  await report.open({ ...day, team: agent.team, columns: "platform,loginTime" });
  const rows = report.grid.locator("tbody tr[data-index]");
  await rows.first().press("ArrowUp");
  await expect(rows.first()).toBeFocused();
  await rows.nth(1).focus();
  await consolePage.keyboard.press("ArrowDown");
  await expect(rows.nth(2)).toBeFocused();
});

test("rows are sorted by several columns by touch", async ({ api, agent, browser }) => {
  const day = await writeThree(api, agent);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await signInToConsole(context, process.env.ADMIN_USERNAME ?? "", process.env.ADMIN_PASSWORD ?? "");
  const report = new ReportPage(await context.newPage());
  const { page } = report;
  const columns = "platform,os,loginTime";
  await report.open({ ...day, team: agent.team, columns });
  const choose = async (column: string, item: string) => {
    await report.grid.getByRole("button", { name: `${column}: sort, filter, move` }).tap();
    await page.getByRole("menuitem", { name: item, exact: true }).tap();
  };
  await choose("Platform", "Sort ascending");
  await choose("Operating System", "Then sort descending");
  await expect(await report.cells("Platform")).toHaveText(byPlatform);
  await expect(await report.cells("Operating System")).toHaveText(["Linux 2", "Linux 1", "–"]);
  await choose("Operating System", "Then sort ascending");
  await expect(await report.cells("Operating System")).toHaveText(["Linux 1", "Linux 2", "–"]);
  await choose("Platform", "Remove sort");
  await expect(page).toHaveURL(/sort=os(&|$)/);
  await context.close();
});

test("a column is made wider by its edge and by keys; the address keeps it, undo takes it back", async ({
  agent,
  consolePage,
}) => {
  const day = await writeSystems(agent.username, 1);
  const report = new ReportPage(consolePage);
  await report.open({ ...day, team: agent.team });
  const agentHead = report.grid.locator("th[data-column=agent]");
  const width = () => agentHead.evaluate((head) => Math.round(head.getBoundingClientRect().width));
  const before = await width();
  const box = await agentHead.boundingBox();
  const edge = { x: (box?.x ?? 0) + (box?.width ?? 0), y: (box?.y ?? 0) + 16 };
  await consolePage.mouse.move(edge.x, edge.y);
  await consolePage.mouse.down();
  await consolePage.mouse.move(edge.x + 60, edge.y, { steps: 4 });
  await consolePage.mouse.up();
  await expect.poll(width).toBe(before + 60);
  await expect(consolePage).toHaveURL(new RegExp(`agent%3A${before + 60}`));
  await report.head("Agent").press("Shift+ArrowLeft");
  await expect.poll(width).toBe(before + 44);
  await consolePage.reload();
  await expect.poll(width).toBe(before + 44);
  await report.head("Agent").press("Shift+ArrowRight");
  await expect.poll(width).toBe(before + 60);
  await consolePage.keyboard.press("Control+z");
  await expect.poll(width).toBe(before + 44);
});

test("a column is found on the shelf by its name, and Enter puts it last", async ({ consolePage }) => {
  const report = new ReportPage(consolePage);
  await report.open({ preset: "today" });
  const search = report.shelf.getByRole("searchbox", { name: "Find a column" });
  await search.fill("vers");
  await expect(report.shelf.getByRole("listitem")).toHaveText(["App Version"]);
  await search.press("Enter");
  await expect(report.titles).toHaveText([...stock, "App Version"]);
  await expect(report.shelf).toContainText("No column of that name.");
  await search.fill("");
  await expect(report.onShelf("Platform")).toBeVisible();
  await expect(report.onShelf("App Version")).toBeHidden();
});

test("zone, edges and midnight say what counts of a session, and for which day", async ({
  agent,
  consolePage,
}) => {
  // Eight hours, from midnight on in Dubai: four of them before midnight by UTC.
  const [id] = await writePastSessions(agent.username, 1, "Asia/Dubai");
  const [session] = await query(
    "SELECT (login_at AT TIME ZONE 'UTC')::date::text AS day, (login_at AT TIME ZONE 'UTC')::date + 1 || '' AS next FROM session WHERE id = $1",
    [id],
  );
  const { day, next } = session;
  const report = new ReportPage(consolePage);
  const columns = "date,loginTime";
  await report.open({ from: day, to: next, zone: "UTC", team: agent.team, columns });
  await expect(await report.cells("Login Time")).toHaveText(["4:00:00"]);

  const choose = async (chip: RegExp, item: string) => {
    await report.chip(chip).click();
    await consolePage.getByRole("menuitemradio", { name: item }).click();
  };
  await choose(/^Edges/, "Shown whole: all of them counts");
  await expect(await report.cells("Login Time")).toHaveText(["8:00:00"]);
  await expect(report.total).toContainText("8:00:00");
  await choose(/^Midnight/, "One row for each day");
  await expect(await report.cells("Login Time")).toHaveText(["4:00:00", "4:00:00"]);
  await expect(report.total).toContainText("Total of 2 rows");
  await choose(/^Midnight/, "04:00");
  await expect(report.chip("Midnight one row per day, turning at 04:00")).toBeVisible();
  await expect(await report.cells("Login Time")).toHaveText(["8:00:00"]);

  await consolePage.getByRole("combobox", { name: "Zone UTC" }).click();
  await consolePage.getByRole("combobox", { name: "Type to find a time zone" }).fill("Dubai");
  await consolePage.getByRole("option", { name: "Asia/Dubai" }).click();
  await expect(consolePage.getByRole("combobox", { name: "Zone Asia/Dubai" })).toBeVisible();
  await expect(await report.cells("Login Time")).toHaveText(["4:00:00", "4:00:00"]);
  await choose(/^Edges/, "Clipped: only what lies within counts");
  await expect(await report.cells("Login Time")).toHaveText(["4:00:00"]);
  await consolePage.reload();
  await expect(consolePage.getByRole("combobox", { name: "Zone Asia/Dubai" })).toBeVisible();
  await expect(await report.cells("Login Time")).toHaveText(["4:00:00"]);
});

test("keys that are pressed while the browser is still lifting something count, and none after them is lost", async ({
  agent,
  consolePage,
}) => {
  const report = new ReportPage(consolePage);
  await report.open({ team: agent.team, preset: "today" });
  /** Pressed by the page itself in one go: no task of the browser's comes between. */
  const pressAtOnce = (codes: string[]) =>
    consolePage.evaluate((codes) => {
      for (const code of codes)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent("keydown", {
            code,
            key: code === "Space" ? " " : code,
            bubbles: true,
            cancelable: true,
          }),
        );
    }, codes);
  await report.onShelf("Platform").focus();
  await pressAtOnce(["Space", "ArrowRight", "ArrowRight", "Space"]);
  await expect(report.titles.nth(1)).toHaveText("Platform");

  // Let go and lifted again, before the first lift is done.
  await report.onShelf("App Version").focus();
  await pressAtOnce(["Space", "Space", "Space", "Escape"]);
  await report.said("App Version stays where it was.");
  await report.onShelf("App Version").press("Enter");
  await expect(report.titles.last()).toHaveText("App Version");
});
