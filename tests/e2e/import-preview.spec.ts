import { expect, expectAccessible, test } from "./fixtures";
import { chooseFile } from "./pages/import-page";

test("who is made and what is changed stands there before the import, to be filtered, found and opened", async ({
  agent,
  consolePage: page,
}) => {
  const made = `${agent.username}-new`;
  const text = [
    "username,name,team,roles",
    `${agent.username},Maria Ortiz-Lind,,agent;analyst`,
    `${made},Jo Weber,${agent.team},`,
    `${made}-2,Nobody,Nowhere,`,
  ].join("\n");
  await chooseFile(page, text);
  const lines = page.getByRole("grid", { name: "Line by line" });
  const rows = lines.getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText("There is no team “Nowhere”");

  await page.getByRole("button", { name: "1 user is changed" }).click();
  await expect(rows.last()).toContainText(/Maria Ortiz\s*→\s*becomes\s*Maria Ortiz-Lind/);
  await expect(page.getByRole("radio", { name: "Changed 1" })).toBeChecked();
  await expect(page).toHaveURL(/show=updated/);
  await page.reload();
  await expect(rows).toHaveCount(2);

  await rows.last().focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: agent.name });
  await expect(panel).toContainText(/Roles\s*Agent\s*→\s*becomes\s*Agent, Report builder/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(rows.last()).toBeFocused();

  await page.getByRole("radio", { name: "All 3" }).check();
  await expect(rows).toHaveCount(4);
  await page.getByRole("searchbox", { name: "Find lines" }).fill("weber");
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText(agent.team);
  await page.getByRole("searchbox", { name: "Find lines" }).fill("not there");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(rows).toHaveCount(4);
});

test("a column that loses its field to another one says so", async ({ agent, consolePage: page }) => {
  await chooseFile(
    page,
    `username,name,mail,private,team\n${agent.username},,a@example.com,b@example.com,\n`,
  );
  await expect(page.getByRole("button", { name: "Import: change 1" })).toBeVisible();
  await page.getByRole("combobox", { name: "What “private” is" }).click();
  await page.getByRole("option", { name: "E-mail" }).click();
  await expect(page.getByRole("row", { name: /^mail/ })).toContainText("Left out: “private” is E-mail now.");
  await expect(page.getByRole("combobox", { name: "What “mail” is" })).toHaveText("Leave out");
  await expect(page.getByRole("grid", { name: "Line by line" })).toContainText("b@example.com");
  await expectAccessible(page);
});

test("a file with twenty thousand bad lines shows every one of them, and stays quick", async ({
  agent,
  consolePage: page,
}) => {
  const count = 20_000;
  const rows = Array.from({ length: count }, (_, n) => `${agent.username}-${n},Person ${n},Nowhere ${n}`);
  await chooseFile(page, `username,name,team\n${rows.join("\n")}`);
  const lines = page.getByRole("grid", { name: "Line by line" });
  await expect(lines).toHaveAttribute("aria-rowcount", String(count + 1));
  await expect(page.getByRole("heading", { name: "Line by line" })).toBeVisible();
  expect(await page.locator("tr").count()).toBeLessThan(200);

  await lines.getByRole("row").nth(1).focus();
  await page.keyboard.press("End");
  await expect(lines.getByRole("row").last()).toContainText(`There is no team “Nowhere ${count - 1}”`);
  await page.getByRole("searchbox", { name: "Find lines" }).fill("nowhere 12345");
  await expect(lines).toHaveAttribute("aria-rowcount", "2");
  await expect(lines.getByRole("row").last()).toContainText("12,347");
});
