import { createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { Palette } from "./pages/palette";

test("Ctrl+K, a few letters, Enter: the person's page", async ({ agent, phone, consolePage }) => {
  await phone.start(agent.username, password);
  const palette = new Palette(consolePage);
  await consolePage.goto("/teams");
  await palette.open();
  await expect(palette.field).toBeFocused();
  await palette.field.pressSequentially(`ortiz ${agent.username}`);
  const found = palette.options("People");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(agent.team);
  await expect(found.getByRole("img", { name: "Not Ready" })).toBeVisible();
  await expect(palette.dialog.getByRole("status")).toHaveText("1 result");
  await expectAccessible(consolePage);
  await consolePage.keyboard.press("Enter");
  await expect(consolePage).toHaveURL(`/users/${agent.username}`);
  await expect(consolePage.getByRole("heading", { name: agent.name })).toBeVisible();

  await palette.open();
  await expect(palette.options("Recent")).toHaveText([new RegExp(agent.name)]);
});

test("the right arrow leads to more, the left one back", async ({ agent, consolePage }) => {
  const palette = new Palette(consolePage);
  await consolePage.goto("/teams");
  await palette.open();
  await palette.field.pressSequentially(agent.username);
  await expect(palette.options("People")).toHaveCount(1);
  await consolePage.keyboard.press("ArrowRight");
  await expect(palette.options()).toHaveText(["Details", "Login Info", "Logs"]);
  await consolePage.keyboard.press("ArrowLeft");
  await expect(palette.options("Go to").first()).toBeVisible();
  await palette.field.pressSequentially(agent.username);
  await expect(palette.options("People")).toHaveCount(1);
  await consolePage.keyboard.press("ArrowRight");
  await expect(palette.options()).toHaveText(["Details", "Login Info", "Logs"]);
  await consolePage.keyboard.press("ArrowDown");
  await consolePage.keyboard.press("Enter");
  await expect(consolePage).toHaveURL(`/users/${agent.username}/login-info`);
});

test("Escape gives the focus back, to a button and to a field", async ({ consolePage }) => {
  const palette = new Palette(consolePage);
  await consolePage.goto("/users");
  await palette.button.click();
  await expect(palette.field).toBeFocused();
  await consolePage.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();
  await expect(palette.button).toBeFocused();

  const search = consolePage.getByRole("searchbox", { name: "Search users" });
  await search.focus();
  await palette.open();
  await expect(palette.field).toBeFocused();
  await consolePage.keyboard.press("Escape");
  await expect(search).toBeFocused();
});

test("commands run, and what nothing matches is said", async ({ consolePage }) => {
  const palette = new Palette(consolePage);
  await consolePage.goto("/teams");
  await palette.open();
  await expectAccessible(consolePage);
  await palette.field.fill("te");
  await expect(palette.options("Go to")).toHaveText([/^Teams/, /^Users/]);
  await palette.field.fill("dark theme");
  await expect(palette.options()).toHaveText(["Use the dark theme"]);
  await consolePage.keyboard.press("Enter");
  await expect(consolePage.locator("html")).toHaveAttribute("data-theme", "dark");
  await palette.open();
  await palette.field.fill("system theme");
  await consolePage.keyboard.press("Enter");
  await expect(consolePage.locator("html")).not.toHaveAttribute("data-theme");

  await palette.open();
  await palette.field.fill("nobody-has-this-name");
  await expect(palette.dialog.getByText("Nothing matches “nobody-has-this-name”")).toBeVisible();
  await expectAccessible(consolePage);
});

test("a supervisor finds nobody of another team, and no section that is closed", async ({
  api,
  agent,
  browser,
}) => {
  const stranger = { ...agent, username: `x-${agent.username}`, team: `Other ${agent.team}` };
  await createAgent(api, stranger);
  const supervisor = { username: `s-${agent.username}`, name: "Susan Park", team: agent.team };
  const made = await api.post("users", {
    data: { ...supervisor, password, roles: ["supervisor"], supervises: [agent.team] },
  });
  expect(made.status()).toBe(201);
  const context = await browser.newContext();
  await signInToConsole(context, supervisor.username, password);
  const palette = new Palette(await context.newPage());
  await palette.page.goto("/users");
  await palette.open();
  await expect(palette.options("Go to")).toHaveText([
    /^Users/,
    /^Teams/,
    /^Agent Metrics View/,
    /^Agent Login\/Logout/,
  ]);
  await palette.field.pressSequentially("ortiz");
  await expect(palette.options("People")).toHaveCount(1);
  await expect(palette.options("People")).toContainText(agent.username);
  await palette.field.fill(stranger.username);
  await expect(palette.dialog.getByText("Nothing matches")).toBeVisible();
  await context.close();
});

test("the search answers those who are signed in", async ({ request, consolePage }) => {
  const refused = await request.get("/api/search?q=maria");
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toMatchObject({ type: "/problems/unauthenticated" });
  const empty = await consolePage.request.get("/api/search?q=");
  expect(empty.status()).toBe(422);
});

test.describe("the keyboard", () => {
  test("? shows its map; the map turns single keys off, and on again", async ({ consolePage }) => {
    const palette = new Palette(consolePage);
    const map = consolePage.getByRole("dialog", { name: "Keyboard shortcuts" });
    await consolePage.goto("/users");
    await palette.open();
    await consolePage.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();
    await consolePage.keyboard.press("?");
    await expect(map.getByRole("heading", { name: "In tables" })).toBeVisible();
    await expectAccessible(consolePage);
    await map.getByRole("checkbox").uncheck();
    await consolePage.keyboard.press("Escape");
    await expect(map).toBeHidden();
    await consolePage.keyboard.press("?");
    await palette.open();
    await expect(map).toBeHidden();
    await palette.field.fill("keyboard");
    await consolePage.keyboard.press("Enter");
    await expect(map).toBeVisible();
    await map.getByRole("checkbox").check();
    await consolePage.keyboard.press("Escape");
    await expect(map).toBeHidden();
    await consolePage.keyboard.press("?");
    await expect(map).toBeVisible();
  });

  test("g t and g u go there, / searches the page, and where one types they are letters", async ({
    consolePage,
  }) => {
    const palette = new Palette(consolePage);
    await consolePage.goto("/users");
    await palette.open();
    await consolePage.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();
    await consolePage.keyboard.type("gt");
    await expect(consolePage).toHaveURL(/\/teams$/);
    await consolePage.keyboard.type("gu");
    await expect(consolePage).toHaveURL(/\/users$/);
    await consolePage.keyboard.press("/");
    const search = consolePage.getByRole("searchbox", { name: "Search users" });
    await expect(search).toBeFocused();
    await consolePage.keyboard.type("gt?");
    await expect(search).toHaveValue("gt?");
    await expect(consolePage.getByRole("dialog")).toBeHidden();
  });
});
