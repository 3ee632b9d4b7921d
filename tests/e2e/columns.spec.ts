import { expect, expectAccessible, test } from "./fixtures";
import { UsersPage } from "./pages/users-page";

const titles = ["State", "Name", "Username", "Team", "App", "OS", "Device", "Signed in", "Roles"];
const without = (title: string) => titles.filter((other) => other !== title);

test("columns are dragged into another order, across the line and back, by mouse", async ({
  agent,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  await users.open({ search: agent.username });
  await expect(users.titles).toHaveText(titles);
  const picker = await users.openDisplay();
  await expectAccessible(consolePage, "[role=dialog]");

  await picker.drag("Roles", "Username", "Roles will be before Username.");
  await expect(users.titles).toHaveText(["State", "Name", "Roles", ...without("Roles").slice(2)]);
  await picker.drag("Roles", "Time in State", "Roles will be hidden.");
  await expect(users.titles).toHaveText(without("Roles"));
  await expect(picker.tick("Roles")).not.toBeChecked();
  await picker.drag("Time in State", "Name", "Time in State will be before Name.");
  await expect(users.titles).toHaveText(["State", "Time in State", ...without("Roles").slice(1)]);
  await consolePage.reload();
  await expect(users.titles).toHaveText(["State", "Time in State", ...without("Roles").slice(1)]);
});

test("columns are moved, hidden and left alone by keyboard, and each step is said", async ({
  agent,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  const { keyboard } = consolePage;
  await users.open({ search: agent.username });
  const picker = await users.openDisplay();
  const said = (text: string) => expect(consolePage.getByText(text)).toBeAttached();

  await picker.grip("Name").press("Space");
  await said("Name is where it was.");
  await keyboard.press("ArrowDown");
  await said("Name will be before Team.");
  await keyboard.press("Escape");
  await said("Name stays where it was.");
  await expect(picker.popup).toBeVisible();
  await expect(users.titles).toHaveText(titles);

  await picker.grip("Name").press("Space");
  await said("Name is where it was.");
  await keyboard.press("ArrowDown");
  await said("Name will be before Team.");
  await keyboard.press("Space");
  await said("Dropped. Name will be before Team.");
  await expect(users.titles).toHaveText(["State", "Username", "Name", ...titles.slice(3)]);

  await picker.grip("Roles").press("Space");
  await said("Roles is where it was.");
  await keyboard.press("ArrowDown");
  await said("Roles will be hidden.");
  await keyboard.press("Space");
  await said("Dropped. Roles will be hidden.");
  await expect(picker.tick("Roles")).not.toBeChecked();
  await keyboard.press("Escape");
  await expect(picker.popup).toBeHidden();
  await expect(users.titles).toHaveText(["State", "Username", "Name", ...titles.slice(3, -1)]);
});
