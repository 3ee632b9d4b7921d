import type { APIRequestContext, Browser } from "@playwright/test";
import {
  type Agent,
  createAgent,
  expect,
  expectAccessible,
  password,
  signInToConsole,
  test,
} from "./fixtures";

async function makeSupervisor(api: APIRequestContext, agent: Agent) {
  const username = `${agent.username}-lead`;
  const lead = {
    username,
    name: "Jonas Lind",
    team: agent.team,
    roles: ["supervisor"],
    supervises: [agent.team],
  };
  expect((await api.post("users", { data: { ...lead, password } })).status()).toBe(201);
  return username;
}

async function pageOf(browser: Browser, username: string, secret = password) {
  const context = await browser.newContext({ timezoneId: "Europe/Berlin" });
  await signInToConsole(context, username, secret);
  return context.newPage();
}

test("zone and clock of the profile count in the Users list at once, and at the next browser", async ({
  agent,
  api,
  browser,
  phone,
}) => {
  const username = await makeSupervisor(api, agent);
  const page = await pageOf(browser, username);
  await phone.start(agent.username, password);
  await page.goto("/users");
  const since = page.getByRole("row", { name: new RegExp(agent.name) }).locator("time");
  await expect(since).toHaveText(/^Today \d\d:\d\d$/);

  await page.getByRole("button", { name: /Jonas Lind/ }).click();
  await page.getByRole("menuitem", { name: "Your profile" }).click();
  await expect(page.getByRole("heading", { name: "Your profile" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Time zone" }).click();
  await page.keyboard.type("kathmandu");
  await expectAccessible(page);
  await page.getByRole("option", { name: "Asia/Kathmandu" }).click();
  await expect(page.getByText(/It is .* Asia\/Kathmandu/)).toBeVisible();
  await page.getByRole("combobox", { name: "Clock" }).click();
  await page.getByRole("option", { name: /12 hours/ }).click();
  await expect(page.getByText(/It is .*[ap]m Asia\/Kat/)).toBeVisible();

  await page.goto("/users");
  await expect(since).toHaveText(/\d:\d\d [ap]m$/);
  // A pointer that comes before the page is alive moves once more.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await since.hover();
    await expect(page.getByText(/[ap]m Asia\/Kat/)).toBeVisible({ timeout: 1500 });
  }).toPass();

  const elsewhere = await pageOf(browser, username);
  await elsewhere.goto("/users");
  await expect(elsewhere.getByRole("row", { name: new RegExp(agent.name) }).locator("time")).toHaveText(
    /\d:\d\d [ap]m$/,
  );
});

test("a theme chosen anywhere is found again at the next browser", async ({ agent, api, browser }) => {
  const username = await makeSupervisor(api, agent);
  const page = await pageOf(browser, username);
  await page.goto("/profile");
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("combobox", { name: "Theme" }).click();
  await page.getByRole("option", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await saved;
  const elsewhere = await pageOf(browser, username);
  await elsewhere.goto("/profile");
  await expect(elsewhere.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("signing out another browser, and all others", async ({ agent, api, browser }) => {
  const username = await makeSupervisor(api, agent);
  const [page, other, third] = [
    await pageOf(browser, username),
    await pageOf(browser, username),
    await pageOf(browser, username),
  ];
  await other.goto("/users");
  await expect(other.getByText("Live")).toBeVisible();
  await page.goto("/profile");
  const end = page.getByRole("button", { name: /^Sign out .*Chrome/ });
  await expect(end).toHaveCount(2);
  await end.nth(0).click();
  await expect(page.getByText("Signed out there")).toBeVisible();
  await expect(end).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out all others" }).click();
  await expect(end).toHaveCount(0);
  await expect(other).toHaveURL(/sign-in/, { timeout: 15_000 });
  await third.goto("/users");
  await expect(third).toHaveURL(/sign-in/);
});

test("changing one's own password asks for the current one", async ({ agent, api, browser }) => {
  const username = await makeSupervisor(api, agent);
  const page = await pageOf(browser, username);
  await page.goto("/profile");
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill("a brand new one");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed")).toBeVisible();
  const again = await pageOf(browser, username, "a brand new one");
  await again.goto("/profile");
  await expect(again.getByRole("heading", { name: "Your profile" })).toBeVisible();
});

test("a supervisor's token sees their own people through the admin API, until they revoke it", async ({
  agent,
  api,
  browser,
  playwright,
}) => {
  const username = await makeSupervisor(api, agent);
  const stranger = { ...agent, username: `${agent.username}-other`, team: `${agent.team} other` };
  await createAgent(api, stranger);
  const page = await pageOf(browser, username);
  await page.goto("/profile");
  await page.getByRole("button", { name: "New token…" }).click();
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByText("Say what it is for.")).toBeVisible();
  await expectAccessible(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Wallboard");
  await dialog.getByLabel("Current password").fill("a guess");
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByText("This is not your current password.")).toBeVisible();
  await dialog.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Create token" }).click();
  const field = page.getByRole("textbox", { name: "Token" });
  await expect(field).toHaveValue(/^rcp_/);
  await expectAccessible(page);
  const token = await field.inputValue();
  await page.getByRole("button", { name: "Done" }).click();

  const asked = await playwright.request.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const get = (name: string) => asked.get(`${new URL(page.url()).origin}/api/v1/users/${name}`);
  expect((await get(agent.username)).status()).toBe(200);
  expect((await get(stranger.username)).status()).toBe(404);
  await page.reload();
  await expect(page.getByText(/last used/)).toBeVisible();

  await page.getByRole("button", { name: "Revoke Wallboard" }).click();
  await expect(page.getByText("Token revoked")).toBeVisible();
  expect((await get(agent.username)).status()).toBe(401);
  await asked.dispose();
});

test("an administrator revokes all tokens of a person", async ({ agent, api, browser, consolePage }) => {
  const username = await makeSupervisor(api, agent);
  const page = await pageOf(browser, username);
  await page.goto("/profile");
  await page.getByRole("button", { name: "New token…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Wallboard");
  await dialog.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByRole("textbox", { name: "Token" })).toHaveValue(/^rcp_/);

  await consolePage.goto(`/users/${username}`);
  await expect(consolePage.getByText("1 works")).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.getByRole("button", { name: "Revoke all" }).click();
  await expect(consolePage.getByText("Tokens revoked")).toBeVisible();
  await expect(consolePage.getByRole("button", { name: "Revoke all" })).toBeHidden();
});
