import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createAgent, expect, expectAccessible, test } from "./fixtures";
import { auditedChanges } from "./ledger";
import { ReleasePage } from "./pages/release-page";
import { publish, signInByPhone } from "./releases";

test("every figure opens its people: of a draft and what it becomes, of a dialog, of a list, of the versions over time", async ({
  agent,
  api,
  consolePage,
  request,
}) => {
  for (let count = 0; count < 11; count += 1) {
    const one = { username: randomUUID(), name: `Colleague ${count}`, team: agent.team };
    await createAgent(api, one);
    expect(await signInByPhone(request, one.username, randomUUID())).toBe(201);
  }
  expect(await signInByPhone(request, agent.username, randomUUID())).toBe(201);
  const release = new ReleasePage(consolePage);
  const list = consolePage.getByRole("dialog");
  const person = list.getByRole("link", { name: agent.name, exact: true });

  await release.prepare({ channel: "ios", version: "2.18.11", team: agent.team });
  await expect(release.figure("owed")).toContainText("12");
  await consolePage.getByLabel("Mandatory from").fill("2031-01-31T08:00");
  await expect(release.figure("signedOutNow")).toHaveCount(0);
  await consolePage.getByRole("radio", { name: "Once mandatory" }).check({ force: true });
  await expect(release.figure("signedOutNow")).toContainText("12");
  await expect(consolePage.getByRole("heading", { name: "Once it is mandatory" })).toContainText("2031");
  await release.figure("signedOutNow").click();
  await expect(person).toBeVisible();
  await consolePage.keyboard.press("Escape");

  await release.button("Publish…").click();
  const asked = consolePage.getByRole("alertdialog");
  await asked.getByRole("textbox", { name: "Reason" }).fill("For this team.");
  await asked.locator('[data-figure="signedOutNow"]').click();
  await expect(list.getByRole("listitem")).toHaveCount(12);
  await list.getByRole("searchbox").fill(agent.name.toUpperCase());
  await expect(person).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("searchbox").fill("nobody of that name");
  await expect(list.getByText("Nobody on this list matches.")).toBeVisible();
  await expectAccessible(consolePage);
  const [file] = await Promise.all([
    consolePage.waitForEvent("download"),
    list.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(13);
  expect(lines.find((line) => line.includes(agent.username))).toMatch(
    /v2\.17\.60,"?iPhone 8 Plus.*,signed in,2031-/,
  );
  const id = consolePage.url().split("/").at(-1)?.split("?")[0] ?? "";
  expect(await auditedChanges(id)).toContainEqual({ list: "signed out", people: 12 });
  await consolePage.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(asked.getByRole("textbox", { name: "Reason" })).toHaveValue("For this team.");
  await expect(asked.locator('[data-figure="signedOutNow"]')).toBeFocused();
});

test("a release that is out has the people of its list, its chart, and its steps", async ({
  agent,
  consolePage,
  request,
}) => {
  expect(await signInByPhone(request, agent.username, randomUUID())).toBe(201);
  const version = `7.${Math.floor(Math.random() * 1e6)}.0`;
  const id = await publish(agent, { kind: "recommended", version });
  const list = consolePage.getByRole("dialog");
  const person = list.locator(`a[href*="${agent.username}"]`);

  await consolePage.goto("/releases?channel=ios");
  const row = consolePage.getByRole("row").filter({ hasText: version });
  await row.getByRole("button", { name: "1", exact: true }).click();
  await expect(person).toBeVisible();
  await consolePage.keyboard.press("Escape");
  await expect(list).toHaveCount(0);

  await row.getByRole("link").click();
  await expect(consolePage).toHaveURL(new RegExp(id));
  const chart = consolePage.getByRole("figure");
  await chart.getByRole("button", { name: /^v2\.17\.60/ }).click();
  await expect(list).toContainText(/With v2\.17\.60 on .*\d+ installation/);
  // Journeys beside this one sign in, too: with more than a few there is a search.
  const search = list.getByRole("searchbox");
  if (await search.isVisible()) await search.fill(agent.username);
  await expect(person).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.keyboard.press("Escape");
  await expect(list).toHaveCount(0);

  // A day before: whoever signed in for the first time today had nothing.
  const before = await chart.locator("p").textContent();
  await chart.getByRole("slider", { name: "Day" }).press("ArrowLeft");
  await expect(chart.locator("p")).not.toHaveText(before ?? "");

  await consolePage.getByRole("button", { name: "Remind again…" }).click();
  const asked = consolePage.getByRole("alertdialog");
  await asked.locator('[data-figure="later"]').click();
  await expect(person).toBeVisible();
  await expectAccessible(consolePage);
});
