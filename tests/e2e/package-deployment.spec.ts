import { readFile } from "node:fs/promises";
import { expect, expectAccessible, password, test } from "./fixtures";
import { query } from "./ledger";
import { TeamPage } from "./pages/team-page";
import { causesOf, publish } from "./releases";

test("IT updates a team's phones: its people are not nagged, and are signed out on its own date", async ({
  agent,
  phone,
  consolePage,
}) => {
  const team = new TeamPage(consolePage);
  await team.open(agent.team);
  const card = team.card("Package deployment");
  await card.getByRole("switch").click();
  await expect(card.getByText("Nobody is responsible yet")).toBeVisible();
  await expect(card.getByText("has until the date of its work item")).toBeVisible();
  await team.save("Package deployment");
  await card.getByRole("combobox", { name: "Add an administrator" }).click();
  await consolePage.getByRole("option", { name: "(admin)" }).click();
  await expect(card.getByRole("list", { name: "Responsible administrators" })).toContainText("admin");
  await expectAccessible(consolePage);

  await phone.start(agent.username, password);
  await publish(agent, { kind: "recommended", version: "2.18.0" });
  await consolePage.goto("/releases/work-items");
  const itemOf = (version: string) =>
    consolePage.getByRole("listitem").filter({ hasText: agent.team }).filter({ hasText: version });
  await expect(async () => {
    await consolePage.reload();
    await expect(itemOf("v2.18.0")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(itemOf("v2.18.0")).not.toContainText("people are signed out");

  await publish(agent, { kind: "mandatory", version: "2.19.0" });
  const notice = phone.page
    .getByRole("alert")
    .filter({ hasText: "Your IT installs version 2.19.0. You will be signed out for it." });
  await expect(notice).toBeVisible();
  await expect(phone.page.getByText("Version 2.18.0 is here")).toHaveCount(0);
  await expect(notice.getByRole("link")).toHaveCount(0);
  await expectAccessible(phone.page);
  await consolePage.reload();
  const item = itemOf("v2.19.0");
  await expect(item).toContainText("people are signed out");

  await item.getByRole("button", { name: "Devices" }).click();
  const panel = consolePage.getByRole("dialog");
  await expect(panel.getByRole("link", { name: agent.name, exact: true })).toBeVisible();
  await expectAccessible(consolePage);
  const download = consolePage.waitForEvent("download");
  await panel.getByRole("link", { name: "Devices as CSV" }).click();
  const devices = await readFile(await (await download).path(), "utf8");
  expect(devices).toContain(agent.username);
  await consolePage.keyboard.press("Escape");

  await item.getByRole("button", { name: "Take it on…" }).click();
  const dialog = consolePage.getByRole("alertdialog");
  await dialog.getByLabel("People are signed out at").fill("2020-01-07T18:00");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The van crews are in on Monday.");
  await dialog.getByRole("button", { name: "Take it on" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This date has passed");
  await dialog.getByLabel("People are signed out at").fill("2030-01-07T18:00");
  await expectAccessible(consolePage);
  await dialog.getByRole("button", { name: "Take it on" }).click();
  await expect(item.getByText("Taken", { exact: true })).toBeVisible();
  await expect(item).toContainText("7 Jan 2030");
  await expectAccessible(consolePage);
  await phone.expectState("Not Ready");

  await query(
    "UPDATE work_item SET sign_out_at = ledger_now() + interval '3 s' WHERE team_id = (SELECT id FROM team WHERE name = $1) AND sign_out_at IS NOT NULL",
    [agent.team],
  );
  await expect(phone.page.getByText("You were signed out to update the app.")).toBeVisible();
  expect(await causesOf(agent)).toEqual(["mandatory_update"]);
  await phone.page.getByRole("button", { name: "Sign in again" }).click();
  await phone.signIn(agent.username, password);
  const required = phone.page.getByRole("alert").filter({ hasText: "Your IT installs version 2.19.0." });
  await expect(required).toBeVisible();
  await expect(required.getByRole("link")).toHaveCount(0);
});
