import { refused } from "./api";
import { called, createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { UsersPage } from "./pages/users-page";

test("filters narrow the list, stand in the address, and Back takes them back", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  await createAgent(api, called(agent, "Jonas Weber"), ["agent", "supervisor"]);
  await phone.start(agent.username, password);
  await users.open({ search: agent.username });
  await expect(users.names).toHaveText(["Jonas Weber", agent.name]);

  await users.narrow("Platform", "Mobile");
  await expect(users.names).toHaveText([agent.name]);
  await expect(consolePage).toHaveURL(/platform=mobile/);
  await users.narrow("Role", "Supervisor");
  await expect(consolePage.getByText("Nobody matches")).toBeVisible();
  await consolePage.getByRole("button", { name: "Clear Platform" }).click();
  await expect(users.names).toHaveText(["Jonas Weber"]);

  await consolePage.reload();
  await expect(users.names).toHaveText(["Jonas Weber"]);
  const shared = consolePage.url();
  await users.row("Jonas Weber").getByRole("link").click();
  await expect(consolePage.getByRole("heading", { name: "Jonas Weber" })).toBeVisible();
  await consolePage.goBack();
  await expect(consolePage).toHaveURL(shared);
  await expect(users.names).toHaveText(["Jonas Weber"]);
  await consolePage.getByRole("button", { name: "Clear filters" }).click();
  await expect(users.rows).toHaveCount(2);
});

test("several are disabled at once, told on their phones, and enabled again by Undo", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  for (const name of ["Zoe Two", "Zoe Three"]) await createAgent(api, called(agent, name));
  await phone.start(agent.username, password);
  await users.open({ search: agent.username });
  await users.row(agent.name).getByRole("checkbox").click();
  await users
    .row("Zoe Two")
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await expect(users.actions).toContainText("3 selected");
  await expectAccessible(consolePage);
  await users.actions.getByRole("button", { name: "Disable…" }).click();
  await expect(users.dialog).toContainText("Disable 3 users?");
  await expect(users.dialog).toContainText("1 of them is signed in now, 0 on an interaction.");
  await users.dialog.getByRole("button", { name: "Disable 3 users" }).click();

  await expect(users.toast("3 users disabled")).toContainText("1 session was ended by it.");
  await expect(phone.page.getByText("Your account was disabled.")).toBeVisible();
  await expect(users.rows.getByText("disabled")).toHaveCount(3);
  await consolePage.getByRole("button", { name: "Undo" }).click();
  await expect(users.toast("Taken back for 3 users")).toBeVisible();
  await expect(users.rows.getByText("disabled")).toHaveCount(0);
});

test("a whole list is selected, moved to another team, and put back", async ({ api, agent, consolePage }) => {
  const users = new UsersPage(consolePage);
  const other = `${agent.team} two`;
  await api.post("teams", { data: { name: other } });
  await createAgent(api, called(agent, "Zoe Two"));
  await users.open({ search: agent.username });
  await consolePage.getByRole("checkbox", { name: "Select all" }).click();
  await users.actions.getByRole("button", { name: "Move to team…" }).click();
  await users.dialog.getByRole("combobox", { name: "New team" }).click();
  await consolePage.getByRole("combobox", { name: "Find a team" }).fill(other);
  await consolePage.keyboard.press("Enter");
  await users.dialog.getByRole("button", { name: "Move 2 users" }).click();
  await expect(users.toast(`2 users moved to ${other}`)).toBeVisible();
  await expect(users.rows.filter({ hasText: other })).toHaveCount(2);
  await consolePage.getByRole("button", { name: "Undo" }).click();
  await expect(users.rows.filter({ hasText: other })).toHaveCount(0);
});

test("a user is made with a one-time link, edited, and cloned", async ({ agent, consolePage }) => {
  const users = new UsersPage(consolePage);
  const name = `Zoe ${agent.username.slice(-6)}`;
  await users.open();
  await consolePage.getByRole("link", { name: "New user" }).click();
  await consolePage.getByRole("button", { name: "Create user" }).click();
  await expect(consolePage.getByText("Give the person a name.")).toBeVisible();
  await expect(consolePage.getByLabel("Name", { exact: true })).toBeFocused();
  await expectAccessible(consolePage);

  await consolePage.getByLabel("Name", { exact: true }).fill(name);
  await expect(consolePage.getByLabel("Username")).toHaveValue(name.toLowerCase().replace(" ", "."));
  await consolePage.getByLabel("Username").fill(agent.username);
  await consolePage.getByRole("combobox", { name: "Team" }).click();
  await consolePage.getByRole("combobox", { name: "Find a team" }).fill(agent.team);
  await consolePage.keyboard.press("Enter");
  await consolePage.getByRole("button", { name: "Create user" }).click();
  await expect(consolePage.getByText("This username is taken.")).toBeVisible();
  await consolePage.getByLabel("Username").fill(`${agent.username}-zoe`);
  await consolePage.getByRole("button", { name: "Create user" }).click();
  await expect(users.dialog.getByRole("textbox")).toHaveValue(/\/set-password#/);
  await users.dialog.getByRole("button", { name: "Done" }).click();
  await expect(consolePage.getByRole("heading", { name })).toBeVisible();

  await consolePage.getByRole("link", { name: "Edit" }).click();
  await consolePage.getByLabel("E-mail").fill("not an address");
  await consolePage.getByRole("button", { name: "Save changes" }).click();
  await expect(consolePage.getByText("Must be an e-mail address.")).toBeVisible();
  await consolePage.getByLabel("E-mail").fill("zoe@example.org");
  await consolePage.getByRole("button", { name: "Save changes" }).click();
  await expect(consolePage.getByText("zoe@example.org")).toBeVisible();
  await expectAccessible(consolePage);

  await consolePage.getByRole("button", { name: "More actions" }).click();
  await consolePage.getByRole("menuitem", { name: "New user like this" }).click();
  await expect(consolePage.getByText(`With the team and the roles of ${name}`)).toBeVisible();
  await expect(consolePage.getByRole("combobox", { name: "Team" })).toHaveText(agent.team);
});

test("columns are put away and rows made denser; the browser remembers, the address tells", async ({
  agent,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  await users.open({ search: agent.username });
  const device = users.grid.getByRole("columnheader", { name: "Device" });
  await expect(device).toBeVisible();
  await consolePage.getByRole("button", { name: "Display" }).click();
  await consolePage.getByRole("checkbox", { name: "Device" }).click();
  await consolePage.getByRole("radio", { name: "Compact" }).click();
  await expect(device).toBeHidden();
  await expect(consolePage).toHaveURL(/columns=-device&density=compact/);
  await users.open({ search: agent.username });
  await expect(users.rows).toHaveCount(1);
  await expect(device).toBeHidden();
  expect((await users.rows.first().boundingBox())?.height).toBe(28);
});

test("a supervisor sees the people of their teams alone: list, page, filters, search, palette, routes", async ({
  api,
  agent,
  browser,
}) => {
  const other = { username: `${agent.username}-x`, name: "Hidden Person", team: `${agent.team} x` };
  await createAgent(api, other);
  const supervisor = called(agent, "Sam Visor", { supervises: [agent.team] });
  await createAgent(api, supervisor, ["supervisor"]);
  const context = await browser.newContext();
  await signInToConsole(context, supervisor.username, password);
  const page = await context.newPage();
  const users = new UsersPage(page);

  await users.open();
  await expect(users.names).toHaveText([agent.name, "Sam Visor"]);
  await expect(page.getByRole("link", { name: "New user" })).toBeHidden();
  await page.getByRole("combobox", { name: /^Team:/ }).click();
  await expect(page.getByRole("option")).toHaveText([new RegExp(`${agent.team}.*2`)]);
  await users.open({ search: other.username });
  await expect(page.getByText("Nobody matches")).toBeVisible();
  for (const address of [`/users/${other.username}`, `/users/${other.username}/login-info`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  }
  await page.goto("/users/new");
  await expect(page.getByRole("heading", { name: "You may not open this" })).toBeVisible();

  const seen = await Promise.all(
    ["users/rows?from=0&count=1000", "users/usernames?", `search?q=${other.username}`].map(async (route) =>
      (await context.request.get(`/api/${route}`)).text(),
    ),
  );
  for (const text of seen) expect(text).not.toContain(other.username);
  expect(seen[1]).toContain(agent.username);
  await refused(await context.request.get("/api/users/rows?from=x&count=0"), 422, "invalid-request", [
    "count",
    "from",
  ]);
  await context.close();

  const stranger = await browser.newContext();
  expect((await stranger.request.get("/api/users/rows?from=0&count=1")).status()).toBe(401);
  await stranger.close();
});

test("Back finds the list where it was left", async ({ api, agent, consolePage }) => {
  const users = new UsersPage(consolePage);
  const people = Array.from({ length: 40 }, (_, index) => called(agent, `Zoe ${index + 1}`));
  await Promise.all(people.map((person) => createAgent(api, person)));
  await consolePage.setViewportSize({ width: 1280, height: 600 });
  await users.open({ search: agent.username });
  await users.rows.first().focus();
  await consolePage.keyboard.press("End");
  const last = users.row("Zoe 40");
  await expect(last).toBeInViewport();
  await last.getByRole("link").click();
  await expect(consolePage.getByRole("heading", { name: "Zoe 40" })).toBeVisible();
  await consolePage.goBack();
  await expect(last).toBeInViewport();
});

test("two who edit the same user do not overwrite each other unseen", async ({ agent, consolePage }) => {
  const other = await consolePage.context().newPage();
  for (const page of [consolePage, other]) await page.goto(`/users/${agent.username}/edit`);
  await consolePage.getByLabel("Name", { exact: true }).fill("Maria Lind");
  await consolePage.getByRole("button", { name: "Save changes" }).click();
  await expect(consolePage.getByRole("heading", { name: "Maria Lind" })).toBeVisible();
  // The page behind the form hears of it; what is being written does not.
  await expect(other.getByRole("heading", { name: "Maria Lind" })).toBeVisible();
  await other.getByLabel("Name", { exact: true }).fill("Maria Weber");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(other.getByText("Somebody else has changed this meanwhile.")).toBeVisible();
});
