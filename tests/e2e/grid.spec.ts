import type { Page } from "@playwright/test";
import { createAgent, expect, test } from "./fixtures";

const names = (page: Page) => page.getByRole("grid", { name: "Users" }).locator("tbody tr td:nth-child(2)");
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
  await name.getByRole("button").first().focus();
  await consolePage.keyboard.press("Enter");
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await consolePage.keyboard.press("Enter");
  await expect(names(consolePage)).toHaveText(["Zoë", "Agent 10", "Agent 2"]);
  await expect(consolePage).toHaveURL(/sort=-name/);
  await consolePage.reload();
  await expect(names(consolePage)).toHaveText(["Zoë", "Agent 10", "Agent 2"]);
});

for (const [key, what, lands, said] of [
  ["Space", "moves it", 3, "Dropped. Username will be before App."],
  ["Escape", "leaves it", 2, "Username stays where it was."],
] as const) {
  test(`a column lifted and moved by keyboard: ${key} ${what}`, async ({ agent, consolePage }) => {
    await consolePage.goto(`/users?search=${agent.username}`);
    const username = heads(consolePage).filter({ hasText: "Username" });
    const position = () => username.evaluate((head) => (head as HTMLTableCellElement).cellIndex);
    await expect.poll(position).toBe(2);

    await username.getByRole("button").first().press("Space");
    await expect(consolePage.getByText("Username is where it was.")).toBeAttached();
    await consolePage.keyboard.press("ArrowRight");
    await expect(consolePage.getByText("Username will be before App.")).toBeAttached();
    await consolePage.keyboard.press(key);
    await expect(consolePage.getByText(said)).toBeAttached();
    await expect.poll(position).toBe(lands);
  });
}

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
