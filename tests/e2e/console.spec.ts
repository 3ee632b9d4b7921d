import { createAgent, expect, password, signInToConsole, test } from "./fixtures";

const admin = () => ({
  username: process.env.ADMIN_USERNAME ?? "",
  password: process.env.ADMIN_PASSWORD ?? "",
});

test.describe("signing in", () => {
  test("leads to where one wanted to go, and out again", async ({ page, agent }) => {
    await page.goto(`/users/${agent.username}`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel("Username").fill(admin().username);
    await page.getByLabel("Password").fill(admin().password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: agent.name })).toBeVisible();

    await page.getByRole("button", { name: /Administrator/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/users");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("with a wrong password says so", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("Username").fill(admin().username);
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "wrong" })).toBeVisible();
  });

  test("an agent without a console role is told where to go", async ({ page, agent }) => {
    await page.goto("/sign-in");
    await page.getByLabel("Username").fill(agent.username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Your account has no console role")).toBeVisible();
  });

  for (const elsewhere of [
    "//evil.example/",
    "/%09/evil.example",
    "/.//evil.example",
    "https://evil.example",
  ]) {
    test(`never leads to another site: ${elsewhere}`, async ({ page }) => {
      await page.goto(`/sign-in?next=${elsewhere}`);
      await page.getByLabel("Username").fill(admin().username);
      await page.getByLabel("Password").fill(admin().password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(/^http:\/\/localhost:\d+\//);
      await expect(page).not.toHaveURL(/sign-in/);
    });
  }
});

test.describe("Users", () => {
  test("are found by any word, and the address keeps the search", async ({ api, agent, consolePage }) => {
    const other = { ...agent, username: `${agent.username}-2`, name: "Jonas Weber" };
    await createAgent(api, other);
    await consolePage.goto("/users");
    await consolePage
      .getByRole("searchbox", { name: "Search users" })
      .fill(`jonas ${other.username.toUpperCase()}`);
    const rows = consolePage.getByRole("grid", { name: "Users" }).locator("tbody tr");
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("Jonas Weber");
    await expect(consolePage).toHaveURL(/search=jonas/);
    await consolePage.reload();
    await expect(rows).toHaveCount(1);
    await rows.getByRole("link", { name: "Jonas Weber" }).click();
    await expect(consolePage.getByRole("heading", { name: "Jonas Weber" })).toBeVisible();
    await consolePage.goBack();
    await expect(rows).toHaveCount(1);
  });

  test("that nobody is, are said so", async ({ consolePage }) => {
    await consolePage.goto("/users?search=nobody-has-this-name");
    await expect(consolePage.getByText("Nobody matches", { exact: true })).toBeVisible();
    await consolePage.getByRole("link", { name: "Show everybody" }).click();
    await expect(consolePage.getByRole("grid", { name: "Users" })).toBeVisible();
    await expect(consolePage.getByRole("searchbox", { name: "Search users" })).toHaveValue("");
    await expect(consolePage).not.toHaveURL(/search=/);
  });

  test("with names of any script have a page, and nonsense has none", async ({ api, agent, consolePage }) => {
    const other = { ...agent, username: `ünäl-${agent.username}`, name: "عبد الرحمن" };
    await createAgent(api, other);
    expect((await api.get(`users/${encodeURIComponent(other.username)}`)).status()).toBe(200);
    expect((await api.get("users/a%00b")).status()).toBe(422);
    await consolePage.goto(`/users?search=${encodeURIComponent(other.username)}`);
    await consolePage.getByRole("link", { name: other.name }).click();
    await expect(consolePage.getByRole("heading", { name: other.name })).toBeVisible();
    await consolePage.goto("/users/a%00b");
    await expect(consolePage.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  });

  test("change while one looks", async ({ agent, phone, consolePage }) => {
    await consolePage.goto(`/users?search=${agent.username}`);
    const row = consolePage.getByRole("grid", { name: "Users" }).locator("tbody tr");
    await expect(row.getByRole("img", { name: "Signed out" })).toBeVisible();
    await phone.open();
    await phone.signIn(agent.username, password);
    await expect(row.getByRole("img", { name: "Not Ready" })).toBeVisible();
    await expect(
      row.getByRole("img", { name: "Mobile v2.17.60 (2.62740), iOS 14.8, iPhone 8 Plus" }),
    ).toBeVisible();
    await phone.setState("Ready");
    await expect(row.getByRole("img", { name: "Ready", exact: true })).toBeVisible();
  });
});

test("a supervisor sees only the people of their teams, and cannot end a session", async ({
  api,
  agent,
  browser,
}) => {
  const other = { username: `${agent.username}-x`, name: "Hidden Person", team: `${agent.team} x` };
  await createAgent(api, other);
  const supervisor = `${agent.username}-s`;
  const made = await api.post("users", {
    data: {
      username: supervisor,
      name: "Sam Visor",
      team: agent.team,
      password,
      roles: ["supervisor"],
      supervises: [agent.team],
    },
  });
  expect(made.status()).toBe(201);

  const context = await browser.newContext();
  await signInToConsole(context, supervisor, password);
  const page = await context.newPage();
  await page.goto("/users");
  await expect(page.getByRole("link", { name: agent.name })).toBeVisible();
  await expect(page.getByText("Hidden Person")).toBeHidden();
  await page.goto(`/users/${other.username}/login-info`);
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await context.close();
});

test("a stream that breaks says since when, and catches up without a reload", async ({
  agent,
  phone,
  userPage,
}) => {
  const { page } = userPage;
  await userPage.openLoginInfo(agent.username);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();

  // A tab that comes back takes up its stream anew, and now finds nobody there.
  await page.route("**/api/stream*", (route) => route.abort());
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByText(/^Stale since \d\d:\d\d:\d\d$/)).toBeVisible();

  await phone.start(agent.username, password);
  await page.unroute("**/api/stream*");
  await expect(userPage.card("Signed in on Mobile")).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
});

test("Teams count who is signed in, live", async ({ agent, phone, consolePage }) => {
  await consolePage.goto(`/teams?${new URLSearchParams({ search: agent.team })}`);
  const row = consolePage.getByRole("row").filter({ hasText: agent.team });
  await expect(row.getByRole("gridcell").nth(2)).toHaveText("0");
  await phone.open();
  await phone.signIn(agent.username, password);
  await expect(row.getByRole("gridcell").nth(2)).toHaveText("1");
});

test("an analyst, who may not see people, hears nothing of them", async ({ api, agent, browser }) => {
  const analyst = { ...agent, username: `${agent.username}-a`, name: "Ada Analyst" };
  await createAgent(api, analyst, ["analyst"]);
  const context = await browser.newContext();
  await signInToConsole(context, analyst.username, password);
  const stream = await context.request.get("/api/stream");
  expect(await stream.text()).toBe("event: signed-out\ndata: {}\n\n");
  const page = await context.newPage();
  await page.goto("/users");
  await expect(page.getByRole("heading", { name: "You may not open this" })).toBeVisible();
  await context.close();
});
