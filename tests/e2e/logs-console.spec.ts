import { expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { query } from "./ledger";
import { LogsPage } from "./pages/logs-page";

test("an agent's logs are asked for, agreed to, read while they arrive over a lost network, and end by themselves", async ({
  agent,
  phone,
  consolePage,
}) => {
  const logs = new LogsPage(consolePage);
  await logs.openOf(agent.username);
  await expect(consolePage.getByText("Nobody’s logs have been asked for")).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.getByRole("button", { name: "Request logs" }).first().click();
  await logs.submit();
  await expect(logs.field("Reason")).toBeFocused();
  await expectAccessible(consolePage);
  await logs.field("Reason").fill("Calls drop");
  await logs.field("Ticket").fill("T-4711");
  await logs.choose("Level", "Debug: everything the app can tell");
  await logs.submit();
  const request = logs.request("Calls drop");
  await expect(request).toContainText("Requested");

  // For somebody who is not signed in: it reaches the next session, and is over before long.
  await query(
    "UPDATE log_request SET until = ledger_now() + interval '40 s' WHERE reason = 'Calls drop'",
    [],
  );
  await phone.start(agent.username, password);
  await expect(request).toContainText("Delivered");
  await request.getByText("Calls drop").click();
  await expect(consolePage.getByText("Maria Ortiz is being asked")).toBeVisible();
  await expectAccessible(consolePage);

  await phone.page.getByRole("button", { name: "Send it" }).click();
  const mark = phone.page.getByRole("alert").filter({ hasText: "This app sends its log" });
  await expect(mark).toBeVisible();
  await expect(logs.line("session").first()).toBeVisible();
  await logs.expectStatus("Uploading");
  await phone.setState("Ready");
  // From the ledger, between the lines of the app.
  await expect(logs.rows.filter({ has: consolePage.getByText("Ready", { exact: true }) })).toBeVisible();

  await phone.page.context().setOffline(true);
  await expect(phone.page.getByText("No network")).toBeVisible();
  await phone.page.context().setOffline(false);
  // Written without a network, and here as soon as there was one again.
  await expect(logs.line('connection="offline"').first()).toBeVisible();

  await expect(mark).toBeHidden({ timeout: 60_000 });
  await logs.expectStatus("Complete");
  await expect(consolePage.getByText("Lines arrive")).toBeHidden();
  await expectAccessible(consolePage);
});

test("whoever asks twice is led to the open request, which can be cancelled; others see no logs", async ({
  agent,
  api,
  browser,
  consolePage: page,
}) => {
  const logs = new LogsPage(page);
  await page.goto("/logs?new");
  await logs.field("Agent").fill(agent.username);
  await page.getByRole("option", { name: agent.name }).click();
  await logs.field("Reason").fill("Calls drop");
  await logs.submit();
  await expect(logs.dialog).toBeHidden();
  await logs.openOf(agent.username);
  await logs.ask("Sound is gone");
  await expect(logs.dialog.getByRole("alert")).toContainText("asked for already");
  await expect(logs.dialog.getByRole("alert")).toContainText("Calls drop");
  await expectAccessible(page);
  await logs.dialog.getByRole("link", { name: "Open" }).click();
  await expect(page.getByText("Maria Ortiz’s app does not know yet")).toBeVisible();
  await logs.act("Cancel request…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel request" }).click();
  await logs.expectStatus("Cancelled");

  await page.goto(`/logs?${new URLSearchParams({ search: agent.name, status: "cancelled" })}`);
  await expect(logs.request("Calls drop").first()).toContainText("Cancelled");
  await page.goto("/logs?search=nobody-asked-for-this");
  await expect(page.getByText("No request matches")).toBeVisible();
  await expectAccessible(page);

  const supervisor = { username: `sv-${agent.username}`, name: "Sam Lee", password, roles: ["supervisor"] };
  const made = await api.post("users", {
    data: { ...supervisor, team: agent.team, supervises: [agent.team] },
  });
  expect(made.status()).toBe(201);
  const context = await browser.newContext();
  await signInToConsole(context, supervisor.username, password);
  const theirs = await context.newPage();
  await theirs.goto(`/users/${agent.username}`);
  await expect(theirs.getByRole("link", { name: "Login Info" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Logs" })).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: "Request logs" })).toHaveCount(0);
  await theirs.goto("/logs");
  await expect(theirs).toHaveURL("/no-access");
  await context.close();
});
