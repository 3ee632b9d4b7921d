import type { Page } from "@playwright/test";
import { createAgent, expect, expectAccessible, test } from "./fixtures";

const names = (page: Page) => page.getByRole("grid", { name: "Users" }).locator("tbody tr td:nth-child(3)");
const heads = (page: Page) => page.getByRole("grid", { name: "Users" }).locator("thead th");

test("sorts by keyboard; the address keeps the order, numbers sort as numbers", async ({
  api,
  agent,
  consolePage,
}) => {
  const people = ["Agent 10", "Agent 2", "Zoë"].map((name, index) => ({
    ...agent,
    name,
    username: `${agent.username}-${index}`,
  }));
  for (const person of people) await createAgent(api, person);
  await consolePage.goto(`/users?search=${agent.username}-`);
  await expect(names(consolePage)).toHaveText(["Agent 2", "Agent 10", "Zoë"]);

  const name = heads(consolePage).filter({ hasText: /^Name/ });
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await name.getByRole("button").first().focus();
  await consolePage.keyboard.press("Enter");
  await expect(names(consolePage)).toHaveText(["Zoë", "Agent 10", "Agent 2"]);
  await expect(consolePage).toHaveURL(/sort=-name/);
  await consolePage.reload();
  await expect(names(consolePage)).toHaveText(["Zoë", "Agent 10", "Agent 2"]);
});

for (const [key, what, lands, said] of [
  ["Space", "moves it", 4, "Dropped. Username will be before App."],
  ["Escape", "leaves it", 3, "Username stays where it was."],
] as const) {
  test(`a column lifted and moved by keyboard: ${key} ${what}`, async ({ agent, consolePage }) => {
    await consolePage.goto(`/users?search=${agent.username}`);
    const username = heads(consolePage).filter({ hasText: "Username" });
    const position = () => username.evaluate((head) => (head as HTMLTableCellElement).cellIndex);
    await expect.poll(position).toBe(3);

    await username.getByRole("button").first().press("Space");
    await expect(consolePage.getByText("Username is where it was.")).toBeAttached();
    await consolePage.keyboard.press("ArrowRight");
    await expect(consolePage.getByText("Username will be before App.")).toBeAttached();
    await consolePage.keyboard.press(key);
    await expect(consolePage.getByText(said)).toBeAttached();
    await expect.poll(position).toBe(lands);
  });
}

test("selection and name stay in view while the other columns are scrolled aside, in light and dark", async ({
  agent,
  consolePage,
}) => {
  await consolePage.setViewportSize({ width: 900, height: 700 });
  await consolePage.goto(`/users?search=${agent.username}`);
  const name = names(consolePage).first();
  const before = await name.boundingBox();
  const rolesHead = heads(consolePage).filter({ hasText: "Roles" });
  await rolesHead.scrollIntoViewIfNeeded();
  await expect(rolesHead).toBeInViewport();
  await expect(consolePage.getByRole("checkbox", { name: `Select ${agent.name}` })).toBeInViewport();
  const scrolled = await name.boundingBox();
  expect(scrolled?.x).toBeLessThanOrEqual(before?.x ?? 0);
  expect(scrolled?.x).toBeGreaterThan(0);
  await expect(name).toBeInViewport({ ratio: 1 });
  await expectAccessible(consolePage);
});

test("on a phone each head stands over its column", async ({ agent, consolePage }) => {
  await consolePage.setViewportSize({ width: 390, height: 844 });
  await consolePage.goto(`/users?search=${agent.username}`);
  await expect(names(consolePage).first()).toBeVisible();
  const grid = consolePage.getByRole("grid", { name: "Users" });
  const lefts = (cells: string) =>
    grid
      .locator(cells)
      .evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  expect(await lefts("thead th")).toEqual(await lefts("tbody tr[data-index='0'] > td"));
});

test("a column that is asked for stands where it belongs, also in the address of another", async ({
  agent,
  consolePage,
}) => {
  await consolePage.goto(`/users?search=${agent.username}`);
  await consolePage.getByRole("button", { name: "Display" }).click();
  await consolePage.getByRole("checkbox", { name: "Time in State" }).click();
  const titles = ["State", "Name", "Username", "Team", "App", "OS", "Device", "Signed in", "Time in State"];
  await expect(heads(consolePage)).toHaveText(["", ...titles, "Roles"]);
  await consolePage.reload();
  await expect(heads(consolePage)).toHaveText(["", ...titles, "Roles"]);
});

test("rows are walked by arrows and opened by Enter", async ({ api, agent, consolePage }) => {
  await createAgent(api, { ...agent, username: `${agent.username}-b`, name: "Zoë" });
  await consolePage.goto(`/users?search=${agent.username}`);
  const rows = consolePage.getByRole("grid", { name: "Users" }).locator("tbody tr");
  await rows.first().focus();
  await consolePage.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await consolePage.keyboard.press("Enter");
  await expect(consolePage.getByRole("heading", { name: "Zoë" })).toBeVisible();
});
