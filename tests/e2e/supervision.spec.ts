import { createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { AgentsPage } from "./pages/agents-page";

test("the phone appears with a sign-in on Mobile, and goes with a take-over by the desktop", async ({
  agent,
  phone,
  desktop,
  consolePage,
}) => {
  const agents = new AgentsPage(consolePage);
  await agents.open(agent.username);
  await expect(consolePage.getByText(/Nobody (matches|is signed in)/)).toBeVisible();
  await expectAccessible(consolePage);

  await phone.start(agent.username, password);
  const row = agents.row(agent.name);
  await expect(agents.phoneOf(agent.name)).toHaveAccessibleName(
    "Mobile app, v2.17.60 (2.62740), iOS 14.8, iPhone 8 Plus",
  );
  await expect(row).toContainText("Not Ready");
  await phone.setState("Ready");
  await expect(row.getByRole("img", { name: "Ready", exact: true })).toBeVisible();
  await expectAccessible(consolePage);

  await phone.simulate("Inbound call");
  await phone.press("Accept");
  await expect(row).toContainText("Voice in");
  await expect(row).toContainText("Busy");
  await phone.press("End");
  await expect(row).toContainText("After Call Work");
  await expect(row).toContainText("v2.17.60 (2.62740)");

  await desktop.open();
  await desktop.signIn(agent.username, password);
  await desktop.takeOver();
  await desktop.expectState("Not Ready");
  await expect(agents.phoneOf(agent.name)).toBeHidden();
  await expect(row.getByRole("img", { name: "Not Ready" })).toBeVisible();

  await desktop.page.getByRole("button", { name: "Sign out" }).click();
  await expect(row).toBeHidden();
  await consolePage.getByRole("button", { name: /^Signed out today/ }).click();
  await expect(row.getByRole("img", { name: "Signed out" })).toBeVisible();
  await expect(consolePage).toHaveURL(/signedOut=1/);
});

test("filters, order and groups stand in the address, and Back takes them back", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const other = { ...agent, username: `${agent.username}-b`, name: "Bao Nguyen" };
  await createAgent(api, other);
  await phone.start(agent.username, password);
  const agents = new AgentsPage(consolePage);
  const search = agent.team.split(" ").at(-1) ?? "";
  await agents.open(search);
  const row = agents.row(agent.name);
  await expect(row).toBeVisible();
  await consolePage.getByRole("combobox", { name: "State: all" }).click();
  await consolePage.getByRole("option", { name: "Busy" }).click();
  await consolePage.keyboard.press("Escape");
  await expect(consolePage).toHaveURL(/state=busy/);
  await expect(row).toBeHidden();
  await expect(consolePage.getByText("Nobody matches")).toBeVisible();
  await consolePage.goBack();
  await expect(row).toBeVisible();

  await agents.figure("Not Ready").first().click();
  await expect(consolePage).toHaveURL(/state=not_ready/);
  await expect(row).toBeVisible();
  await consolePage.getByRole("button", { name: "Display" }).click();
  await consolePage.getByRole("checkbox", { name: "Group by team" }).click();
  await consolePage.keyboard.press("Escape");
  const band = agents.grid.getByRole("button", { name: agent.team });
  await expect(band).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(consolePage);
  await band.click();
  await expect(row).toBeHidden();
  await consolePage.reload();
  await expect(band).toHaveAttribute("aria-expanded", "true");
  await expect(row).toBeVisible();
});

test("a supervisor of another team sees neither row nor stream nor snapshot", async ({
  api,
  agent,
  phone,
  browser,
}) => {
  await phone.start(agent.username, password);
  const lead = { username: `${agent.username}-s`, name: "Sam Visor", team: `${agent.team} x` };
  await createAgent(api, lead, ["supervisor"]);
  const supervises = await api.patch(`users/${lead.username}`, { data: { supervises: [lead.team] } });
  expect(supervises.ok()).toBe(true);

  const context = await browser.newContext({ timezoneId: "Europe/Berlin" });
  await signInToConsole(context, lead.username, password);
  const page = await context.newPage();
  const agents = new AgentsPage(page);
  await agents.open();
  await expect(page.getByText("Nobody is signed in")).toBeVisible();
  await phone.setState("Ready");
  const snapshot = await context.request.get("/api/agents");
  expect(await snapshot.json()).toMatchObject({ rows: [] });

  // Moved into the team, the agent is there by the stream alone.
  const moved = await api.patch(`users/${agent.username}`, { data: { team: lead.team } });
  expect(moved.ok()).toBe(true);
  await expect(agents.row(agent.name)).toBeVisible();
  // And gone again, at once, when the supervisor has the team no more.
  await api.patch(`users/${lead.username}`, { data: { supervises: [] } });
  await expect(agents.row(agent.name)).toBeHidden();
  await context.close();
});

test("who may not watch agents finds no such page", async ({ agent, api, browser }) => {
  const analyst = { username: `${agent.username}-r`, name: "Ria Porter", team: agent.team };
  await createAgent(api, analyst, ["analyst"]);
  const context = await browser.newContext();
  await signInToConsole(context, analyst.username, password);
  expect((await context.request.get("/api/agents")).status()).toBe(404);
  const page = await context.newPage();
  await page.goto("/supervision");
  await expect(page).toHaveURL(/no-access/);
  await context.close();
});

test("on a tablet the figures stand in one row, none is cut, and each narrows the grid", async ({
  api,
  agent,
  phone,
  browser,
}) => {
  const longest = { ...agent, username: `${agent.username}-l`, name: "Maximiliane Oberländer-Schmitt" };
  await createAgent(api, longest);
  // Whoever leads this team alone has nobody else among the figures.
  const lead = `${agent.username}-s`;
  const made = await api.post("users", {
    data: {
      username: lead,
      name: "Sam Visor",
      team: agent.team,
      password,
      roles: ["supervisor"],
      supervises: [agent.team],
    },
  });
  expect(made.status()).toBe(201);
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  await signInToConsole(context, lead, password);
  const consolePage = await context.newPage();
  await phone.start(longest.username, password);
  const agents = new AgentsPage(consolePage);
  await agents.open(longest.username);
  await expect(agents.row(longest.name)).toBeVisible();
  const figures = consolePage.getByRole("region", { name: "Right now" }).getByRole("button");
  await expect(figures).toHaveCount(7);
  await expect(figures.last()).toContainText(longest.name);
  const shown = await figures.evaluateAll((buttons) =>
    buttons.map((button) => ({
      top: button.getBoundingClientRect().top,
      right: button.getBoundingClientRect().right,
      cut: [...button.querySelectorAll("span")].some(
        (text) => text.scrollWidth > text.clientWidth + 1 || text.scrollHeight > text.clientHeight + 1,
      ),
    })),
  );
  expect(new Set(shown.map(({ top }) => top)).size).toBe(1);
  expect(shown.filter(({ cut, right }) => cut || right > 1024)).toEqual([]);
  expect(await consolePage.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessible(consolePage);
  await figures.nth(1).click();
  await expect(agents.row(longest.name)).toBeHidden();
  await figures.first().click();
  await expect(agents.row(longest.name)).toBeVisible();
  await context.close();
});
