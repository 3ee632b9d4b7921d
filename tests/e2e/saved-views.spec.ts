import { called, createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { AgentsPage } from "./pages/agents-page";

test("a layout is saved, changed, shared by its link, and gone with a sentence once it is deleted", async ({
  agent,
  consolePage: page,
}) => {
  const agents = new AgentsPage(page);
  const name = `Morning ${agent.username.slice(-6)}`;
  const menu = page.getByRole("button", { name: /^Layout: / });
  await page.goto("/supervision?state=busy");
  await expect(menu).toHaveAccessibleName("Layout: Stock layout, modified");
  await page.getByRole("button", { name: "Save layout" }).click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAccessibleName(`Layout: ${name}`);
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}/);
  const view = new URL(page.url()).searchParams.get("view") ?? "";

  // Its link alone shows the whole of it; what is taken out of it stays out.
  await page.goto(`/supervision?view=${view}`);
  await expect(page).toHaveURL(/state=busy/);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("checkbox", { name: "Group by team" }).click();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveAccessibleName(`Layout: ${name}, modified`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(menu).toHaveAccessibleName(`Layout: ${name}`);

  // All of it by keyboard.
  await menu.press("Enter");
  await expectAccessible(page);
  await page.getByRole("menuitemradio", { name: "Stock layout" }).press("Enter");
  await expect(page).not.toHaveURL(/state=busy/);
  await page.goBack();
  await expect(menu).toHaveAccessibleName(`Layout: ${name}`);

  await menu.click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete layout" }).click();
  await expect(page.getByText(`Layout “${name}” deleted`)).toBeVisible();
  await page.goto(`/supervision?view=${view}`);
  await expect(page.getByText("This layout is not there any more, or not shared with you")).toBeVisible();
  await expect(agents.grid).toBeVisible();
  await expectAccessible(page);
});

test("agents are signed out with a reason; one on an interaction only when it is said a second time", async ({
  api,
  agent,
  phone,
  desktop,
  browser,
}) => {
  const other = called(agent, "Bao Nguyen");
  await createAgent(api, other);
  const sue = { ...agent, username: `${agent.username}-sue`, name: "Sue", supervises: [agent.team] };
  await createAgent(api, sue, ["supervisor"]);
  await phone.start(agent.username, password);
  await desktop.start(other.username, password);
  await desktop.simulate("Inbound call");
  await desktop.press("Accept");

  const context = await browser.newContext();
  await signInToConsole(context, sue.username, password);
  const page = await context.newPage();
  const agents = new AgentsPage(page);
  await agents.open();
  await expect(agents.row(other.name)).toContainText("Voice in");
  for (const { name } of [agent, other]) await agents.row(name).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Sign out…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Signs 1 agent out now.");
  await expect(dialog).toContainText("1 more is on an interaction");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Sign 1 agent out" }).click();
  await expect(dialog).toContainText("Say why");
  await dialog.getByLabel("Reason").fill("Fire drill");
  await dialog.getByRole("button", { name: "Sign 1 agent out" }).click();

  await expect(dialog).toContainText("Bao Nguyen is on an interaction");
  await expect(phone.page.getByText("Sue signed you out: Fire drill")).toBeVisible();
  await expect(desktop.interactions).toHaveCount(1);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Sign 1 agent out all the same" }).click();
  await expect(desktop.page.getByText("Sue signed you out: Fire drill")).toBeVisible();
  await expect(page.getByText("2 agents signed out")).toBeVisible();
  await expect(agents.row(other.name)).toBeHidden();
  await context.close();
});
