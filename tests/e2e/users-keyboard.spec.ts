import { called, createAgent, expect, test } from "./fixtures";
import { tabTo } from "./keyboard";
import { UsersPage } from "./pages/users-page";

test("keyboard alone: search, narrow, sort, select, disable, undo, open", async ({
  api,
  agent,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  const { keyboard } = consolePage;
  for (const name of ["Zoe Two", "Zoe Three"]) await createAgent(api, called(agent, name));
  await users.open();
  await keyboard.press("/");
  await keyboard.type(agent.username);
  await expect(users.names).toHaveText([agent.name, "Zoe Three", "Zoe Two"]);

  await tabTo(consolePage, "combobox", /^Account:/);
  await keyboard.press("Enter");
  await expect(consolePage.getByRole("option", { name: "Active" })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await expect(consolePage).toHaveURL(/account=/);
  await expect(users.rows).toHaveCount(3);

  await tabTo(consolePage, "checkbox", /^Select all/);
  await keyboard.press("Tab");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await expect(users.names).toHaveText(["Zoe Two", "Zoe Three", agent.name]);

  await keyboard.press("Tab");
  await expect(users.rows.first()).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("Shift+ArrowDown");
  await expect(users.actions).toContainText("2 selected");
  await keyboard.press("Escape");
  await expect(users.actions).toBeHidden();
  await keyboard.press("Control+a");
  await expect(users.actions).toContainText("3 selected");
  await tabTo(consolePage, "button", /^Disable…/);
  await keyboard.press("Enter");
  await expect(users.dialog).toBeVisible();
  await tabTo(consolePage, "button", /^Disable 3 users/);
  await keyboard.press("Enter");
  await expect(users.toast("3 users disabled")).toBeVisible();
  await keyboard.press("F6");
  await tabTo(consolePage, "button", /^Undo/);
  await keyboard.press("Enter");
  await expect(users.toast("Taken back for 3 users")).toBeVisible();

  await users.rows.first().focus();
  await keyboard.press("End");
  await keyboard.press("Enter");
  await expect(consolePage.getByRole("heading", { name: agent.name })).toBeVisible();
});

test("what is selected is copied as a table", async ({ api, agent, consolePage }) => {
  const users = new UsersPage(consolePage);
  await consolePage.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await createAgent(api, called(agent, "=Zoe"));
  await users.open({ search: agent.username });
  await users.rows.first().focus();
  await consolePage.keyboard.press("Control+a");
  await consolePage.keyboard.press("Control+c");
  await expect(users.toast("2 rows copied")).toBeVisible();
  const copied = await consolePage.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split("\n").map((line) => line.split("\t"));
  expect(lines[0]?.slice(0, 3)).toEqual(["State", "Name", "Username"]);
  expect(lines.map((line) => line[7]).slice(1)).toEqual(["Never signed in", "Never signed in"]);
  expect(lines.slice(1).map(([, name]) => name)).toEqual(["'=Zoe", agent.name]);
});
