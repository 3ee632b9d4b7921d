import type { APIRequestContext, Browser } from "@playwright/test";
import {
  type Agent,
  called,
  createAgent,
  expect,
  expectAccessible,
  password,
  signInToConsole,
  test,
} from "./fixtures";
import { query } from "./ledger";
import { ReportPage, stock } from "./pages/report-page";

/** The report as a supervisor of the agent's team sees it, on a browser of their own. */
async function supervisor(browser: Browser, api: APIRequestContext, agent: Agent, name: string) {
  const person = called(agent, name, { supervises: [agent.team] });
  await createAgent(api, person, ["supervisor"]);
  const context = await browser.newContext();
  await signInToConsole(context, person.username, password);
  return new ReportPage(await context.newPage());
}

/** Saves what is shown as a layout that only its owner sees. */
async function saveLayout({ page, layout }: ReportPage, name: string) {
  await page.getByRole("button", { name: "Save layout" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(layout).toHaveAccessibleName(`Layout: ${name}`);
}

/** A supervisor, Sue, who has the stock layout with the platform saved as Apps. */
async function supervisorWithApps(browser: Browser, api: APIRequestContext, agent: Agent) {
  const sue = await supervisor(browser, api, agent, "Sue");
  await sue.open();
  await sue.onShelf("Platform").press("Enter");
  await saveLayout(sue, "Apps");
  return sue;
}

test("a layout is renamed, shared with a team, put back as it was saved, and what the page opens with", async ({
  api,
  agent,
  browser,
}) => {
  const sue = await supervisorWithApps(browser, api, agent);
  const { page, layout } = sue;
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(layout).toHaveAccessibleName("Layout: Apps, modified");
  await expect(sue.titles).toHaveText([...stock]);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(layout).toHaveAccessibleName("Layout: Apps");

  await sue.chooseInLayouts("Rename…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription("Give the layout a name.");
  await dialog.getByLabel("Name").fill("Which app");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(layout).toHaveAccessibleName("Layout: Which app");

  await sue.chooseInLayouts("Share…");
  await dialog.getByRole("combobox").click();
  await page.getByRole("option", { name: `Supervisors of ${agent.team}` }).click();
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("“Which app” is shared")).toBeVisible();

  await sue.head("Agent").press("Delete");
  await expect(layout).toHaveAccessibleName("Layout: Which app, modified");
  await sue.chooseInLayouts("Reset");
  await expect(layout).toHaveAccessibleName("Layout: Which app");
  await expect(sue.titles).toHaveText([...stock, "Platform"]);

  await sue.chooseInLayouts("for me", "menuitemcheckbox");
  await expect(page.getByText("The page opens with “Which app” for me")).toBeVisible();
  await sue.open();
  await expect(layout).toHaveAccessibleName("Layout: Which app");
  await expect(sue.titles).toHaveText([...stock, "Platform"]);

  const tim = await supervisor(browser, api, agent, "Tim");
  await tim.open();
  await expect(tim.layout).toHaveAccessibleName("Layout: Stock layout");
  await tim.chooseInLayouts("Which app", "menuitemradio");
  await expect(tim.titles).toHaveText([...stock, "Platform"]);
  await tim.layout.click();
  await expect(tim.page.getByRole("menuitem", { name: "Save layout as…" })).toBeVisible();
  await expect(tim.page.getByRole("menuitem", { name: "Rename…" })).toBeHidden();
  await tim.page.context().close();
  await page.context().close();
});

test("a layout that is being saved does not take the place of another one that is chosen meanwhile", async ({
  api,
  agent,
  browser,
}) => {
  const sue = await supervisorWithApps(browser, api, agent);
  const { page, layout } = sue;
  await sue.head("Agent").press("Delete");
  await expect(layout).toHaveAccessibleName("Layout: Apps, modified");
  const saved = page.getByText("Layout “Apps” saved");
  await expect(saved).toBeHidden();

  let letThrough = () => {};
  const waited = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/reports/login-logout?*", async (route) => {
    if (route.request().method() === "POST") await waited;
    await route.continue();
  });
  await page.getByRole("button", { name: "Save changes" }).click();
  await sue.chooseInLayouts("Stock layout", "menuitemradio");
  await expect(sue.titles).toHaveText([...stock]);
  letThrough();
  await expect(saved).toBeVisible();
  await expect(layout).toHaveAccessibleName("Layout: Stock layout");
  await expect(sue.titles).toHaveText([...stock]);
  await sue.chooseInLayouts("Apps", "menuitemradio");
  await expect(sue.titles).toHaveText([...stock.slice(1), "Platform"]);
  await expect(layout).toHaveAccessibleName("Layout: Apps");
  await page.context().close();
});

test("what somebody else saved meanwhile is not saved over, and told when an older link is opened", async ({
  api,
  agent,
  browser,
}) => {
  const sue = await supervisorWithApps(browser, api, agent);
  const { page, layout } = sue;
  const link = page.url();

  // The same person at another computer.
  const context = await browser.newContext();
  await signInToConsole(context, called(agent, "Sue").username, password);
  const elsewhere = new ReportPage(await context.newPage());
  await elsewhere.page.goto(link);
  await elsewhere.onShelf("App Version").press("Enter");
  await elsewhere.page.getByRole("button", { name: "Save changes" }).click();
  await expect(elsewhere.layout).toHaveAccessibleName("Layout: Apps");

  await sue.head("Agent").press("Delete");
  await expect(layout).toHaveAccessibleName("Layout: Apps, modified");
  await page.getByRole("button", { name: "Save changes" }).click();
  const refused = page.getByRole("region", { name: "Notifications" });
  await expect(refused).toContainText("Somebody else has changed this meanwhile. Nothing was saved");
  await expect(sue.titles).toHaveText([...stock.slice(1), "Platform"]);
  await expect(page.getByText("“Apps” has been changed meanwhile")).toBeVisible();
  await expectAccessible(page, "main");

  await page.goto(link);
  await expect(page.getByText("“Apps” has been changed meanwhile")).toBeVisible();
  await expect(sue.titles).toHaveText([...stock, "Platform"]);
  await page.getByRole("button", { name: "Show the new one" }).click();
  await expect(sue.titles).toHaveText([...stock, "Platform", "App Version"]);
  await expect(page.getByText("“Apps” has been changed meanwhile")).toBeHidden();
  await expect(layout).toHaveAccessibleName("Layout: Apps");
  await context.close();
  await page.context().close();
});

test("a layout with a column that there is not any more opens without it and says so, until it is saved", async ({
  api,
  agent,
  browser,
}) => {
  const sue = await supervisor(browser, api, agent, "Sue");
  const { page } = sue;
  await sue.open();
  await sue.onShelf("Platform").press("Enter");
  await saveLayout(sue, "Apps");
  const view = new URL(page.url()).searchParams.get("view");
  await query(
    `UPDATE layout SET content = jsonb_set(content::jsonb, '{order}', content::jsonb->'order' || '["shoeSize"]') WHERE id = $1`,
    [view],
  );

  await page.goto(`/reports/login-logout?view=${view}`);
  const note = page.getByText("Not all of this layout can be shown: without shoeSize");
  await expect(note).toBeVisible();
  await expect(sue.titles).toHaveText([...stock, "Platform"]);
  await expectAccessible(page, "main");
  await sue.chooseInLayouts("Save changes");
  await expect(note).toBeHidden();
  await page.goto(`/reports/login-logout?view=${view}`);
  await expect(sue.titles).toHaveText([...stock, "Platform"]);
  await expect(note).toBeHidden();
  await page.context().close();
});
