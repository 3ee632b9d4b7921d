import { createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { TeamPage } from "./pages/team-page";

test("a team is made, gets an app less, a sign-out of its own and limits", async ({ agent, consolePage }) => {
  const name = `Night ${agent.username}`;
  const team = new TeamPage(consolePage);
  await consolePage.goto("/teams");
  await consolePage.getByRole("button", { name: "New team" }).click();
  const dialog = consolePage.getByRole("dialog");
  await dialog.getByLabel("Name").fill(agent.team.toUpperCase());
  await dialog.getByRole("button", { name: "Create team" }).click();
  await expect(dialog.getByText("There is a team with this name.")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create team" }).click();
  await expect(consolePage.getByRole("heading", { name, exact: true })).toBeVisible();

  const apps = team.card("Allowed apps");
  await apps.getByRole("switch", { name: "Mobile" }).click();
  await expect(apps.getByText("Not saved yet")).toBeVisible();
  await expect(
    apps.getByText("Nobody is signed in on Mobile now. The next sign-in there is refused."),
  ).toBeVisible();
  await team.save("Allowed apps");

  const signOut = team.card("Daily sign-out");
  await signOut.getByRole("radio", { name: /A time of its own/ }).click();
  await signOut.getByRole("textbox", { name: "Time" }).fill("23:59");
  await expect(signOut.getByText(/It counts first (today|tomorrow) at 23:59\./)).toBeVisible();
  await team.save("Daily sign-out");

  const limits = team.card("Limits");
  await limits.getByRole("button", { name: "Add limit" }).click();
  await limits.getByLabel("Reason of limit 1").fill("Break");
  await limits.getByLabel("Minutes of limit 1").fill("0");
  await expect(limits.getByText("Each limit needs whole minutes")).toBeVisible();
  await limits.getByLabel("Minutes of limit 1").fill("15");
  await team.save("Limits");
  await expectAccessible(consolePage);

  await consolePage.goto("/teams");
  await consolePage.getByRole("searchbox", { name: "Search teams" }).fill(name.toUpperCase());
  const row = consolePage.getByRole("row").filter({ hasText: name });
  await expect(row.getByRole("gridcell")).toHaveText([name, "0", "0", "", "Desktop only", "23:59", "1"]);
});

test("a rename is taken back, and nobody's change is overwritten unseen", async ({
  api,
  agent,
  consolePage,
}) => {
  const team = new TeamPage(consolePage);
  await team.open(agent.team);
  const name = team.card("Name").getByRole("textbox", { name: "Name" });
  await name.fill(`${agent.team} renamed`);
  await team.save("Name");
  await team.undo();
  await expect(consolePage.getByRole("heading", { name: agent.team, exact: true })).toBeVisible();

  await name.fill(`${agent.team} mine`);
  const theirs = `${agent.team} theirs`;
  const id = consolePage.url().split("/").at(-1);
  expect((await api.patch(`teams/${id}`, { data: { name: theirs } })).status()).toBe(200);
  // Told by the news alone, before anything is pressed.
  await expect(team.card("Name").getByText("Somebody else changed this meanwhile")).toBeVisible();
  await expect(team.card("Name").getByText(theirs)).toBeVisible();
  await team.card("Name").getByRole("button", { name: "Save anyway" }).click();
  await expect(consolePage.getByRole("heading", { name: `${agent.team} mine` })).toBeVisible();
});

test("people move by keyboard alone, and back", async ({ api, agent, consolePage }) => {
  const other = { ...agent, username: `${agent.username}-o`, team: `${agent.team} other` };
  await createAgent(api, other);
  const team = new TeamPage(consolePage);
  const { keyboard } = consolePage;
  await team.open(agent.team);
  await team.openPeople();
  await expect(team.people).toHaveCount(1);

  await team.people.first().focus();
  await keyboard.press(" ");
  await consolePage.getByRole("button", { name: "Move to team…" }).press("Enter");
  const question = consolePage.getByRole("alertdialog");
  await expect(question).toBeVisible();
  await expectAccessible(consolePage);
  await question.getByLabel("New team").press("Enter");
  await keyboard.type(other.team);
  await expect(consolePage.getByRole("option")).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await question.getByRole("button", { name: "Move 1 user" }).press("Enter");
  await expect(consolePage.getByText("Nobody is in this team yet")).toBeVisible();
  await consolePage.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(team.people).toHaveCount(1);
});

test("a team's people are searched and narrowed as the Users list is", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const team = new TeamPage(consolePage);
  await createAgent(api, { ...agent, username: `${agent.username}-o`, name: "Jonas Weber" });
  await phone.start(agent.username, password);
  await team.open(agent.team);
  await team.openPeople();
  await expect(team.people).toHaveCount(2);
  await expect(consolePage.getByRole("combobox", { name: /^Team:/ })).toHaveCount(0);
  await consolePage.getByRole("searchbox", { name: "Search people of this team" }).fill("jonas");
  await expect(team.people).toHaveCount(1);
  await expect(team.people).toContainText("Jonas Weber");
  await consolePage.getByRole("searchbox").fill("");
  await expect(team.people).toHaveCount(2);
  await consolePage.getByRole("combobox", { name: /^Platform:/ }).click();
  await consolePage.getByRole("option", { name: "Mobile" }).click();
  await consolePage.keyboard.press("Escape");
  await expect(team.people).toHaveCount(1);
  await expect(team.people).toContainText(agent.name);
  await expect(consolePage).toHaveURL(/people\?platform=mobile/);
  await expectAccessible(consolePage);
});

test("people of other teams are brought in, and seen by the supervisor at once", async ({
  api,
  agent,
  browser,
  consolePage,
}) => {
  const other = { username: `${agent.username}-o`, name: "Jonas Weber", team: `${agent.team} other` };
  await createAgent(api, other);
  const supervisor = { username: `${agent.username}-s`, name: `Sam ${agent.username}`, team: other.team };
  await createAgent(api, supervisor, ["supervisor"]);

  const team = new TeamPage(consolePage);
  await team.open(agent.team);
  await team.pick("Add a supervisor", supervisor.username, new RegExp(supervisor.name));
  await expect(consolePage.getByRole("list", { name: "Supervisors" })).toContainText(supervisor.name);

  const context = await browser.newContext();
  await signInToConsole(context, supervisor.username, password);
  const theirs = new TeamPage(await context.newPage());
  await theirs.open(agent.team);
  await theirs.openPeople();
  await expect(theirs.people).toHaveCount(1);

  await team.openPeople();
  await consolePage.getByRole("button", { name: "Add people" }).click();
  await team.pick("People", other.username, /Jonas Weber/);
  await consolePage.getByRole("button", { name: "Move 1 person" }).click();
  await expect(team.people).toHaveCount(2);
  await expect(theirs.people).toHaveCount(2);
  await context.close();
});

test("a supervisor reads the own teams, and others do not exist", async ({ api, agent, browser }) => {
  const other = { username: `${agent.username}-o`, name: "Jonas Weber", team: `${agent.team} other` };
  await createAgent(api, other);
  const username = `${agent.username}-s`;
  const given = { username, name: "Sam Visor", team: other.team, password, supervises: [agent.team] };
  expect((await api.post("users", { data: { ...given, roles: ["supervisor"] } })).status()).toBe(201);
  const { items } = await (await api.get("teams?limit=500")).json();
  const elsewhere = items.find((one: { name: string }) => one.name === other.team);

  const context = await browser.newContext();
  await signInToConsole(context, username, password);
  const team = new TeamPage(await context.newPage());
  await team.open(agent.team);
  await expect(team.page.getByRole("button", { name: /Save|Delete/ })).toHaveCount(0);
  await expectAccessible(team.page);
  await team.openPeople();
  await expect(team.people).toHaveCount(1);
  await expect(team.page.getByRole("button", { name: "Add people" })).toBeHidden();
  await team.page.goto(`/teams/${elsewhere.id}`);
  await expect(team.page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await context.close();
});

test("only an empty team that no report names is deleted", async ({ api, agent, consolePage }) => {
  const name = `Empty ${agent.username}`;
  await api.post("teams", { data: { name } });
  const team = new TeamPage(consolePage);
  await team.open(agent.team);
  await consolePage.getByRole("button", { name: "Delete…" }).click();
  const question = consolePage.getByRole("alertdialog");
  await expect(
    question.getByText("1 person is in this team. Move them to another team first."),
  ).toBeVisible();
  await expectAccessible(consolePage);
  await question.getByRole("link", { name: "Show its people" }).click();
  await expect(team.people).toHaveCount(1);

  await team.open(name);
  await consolePage.getByRole("button", { name: "Delete…" }).click();
  await question.getByRole("button", { name: "Delete team" }).click();
  await expect(consolePage.getByText(`${name} was deleted`)).toBeVisible();
  await expect(consolePage.getByRole("link", { name, exact: true })).toHaveCount(0);
});
