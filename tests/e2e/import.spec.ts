import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { chooseFile } from "./pages/import-page";

async function downloaded(page: Page, act: () => Promise<void>) {
  const download = page.waitForEvent("download");
  await act();
  return readFile(await (await download).path(), "utf8");
}

const figure = (page: Page, title: RegExp) => page.getByRole("listitem").filter({ hasText: title });

test("a file with errors: columns, preview, import without its bad lines, links, and all of it undone", async ({
  agent,
  consolePage: page,
}) => {
  const [one, two, three] = ["a", "b", "c"].map((letter) => `${agent.username}-${letter}`);
  const team = `New ${agent.team}`;
  const text = [
    "Konto;Vorname;Nachname;Mail;Abteilung",
    `${one};Änne;"Lind;\n Petrova";;${agent.team}`,
    `${two};Jo;Weber;jo@example.com;${team}`,
    `${three};Cy;Cole;not an address;${agent.team}`,
    `${agent.username};Maria;Ortiz-Lind;;`,
  ].join("\r\n");
  await chooseFile(page, text);

  await expect(page.getByText("Say which column is the username")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();
  await page.getByRole("combobox", { name: "What “Konto” is" }).click();
  await page.getByRole("option", { name: "Username" }).click();
  await expect(page.getByRole("button", { name: "Import: make 1, change 1, skip 2 lines" })).toBeVisible();
  const lines = page.getByRole("grid", { name: "Line by line" });
  await expect(lines.getByRole("row").filter({ hasText: `There is no team “${team}”` })).toContainText("4");
  await expect(lines.getByRole("row").filter({ hasText: "is no e-mail address" })).toContainText("Mail");
  await expectAccessible(page);

  await page.getByRole("checkbox", { name: /Make the missing team/ }).check();
  const start = page.getByRole("button", { name: "Import: make 2, change 1, skip 1 line" });
  await expect(start).toBeVisible();
  await expect(figure(page, /users are made/)).toContainText("2");
  const bad = await downloaded(page, () =>
    page.getByRole("link", { name: "Download the bad lines" }).click(),
  );
  expect(bad).toContain(`${three},Cy,Cole,not an address`);
  expect(bad).toContain("Mail: “not an address” is no e-mail address.");
  // A reload loses nothing.
  await page.reload();
  await start.click();

  await expect(page.getByText("2 users were made, 1 changed.")).toBeVisible();
  await expect(page.getByText("1 line was skipped.")).toBeVisible();
  await expectAccessible(page);
  const links = await downloaded(page, () =>
    page.getByRole("button", { name: "Make one-time links for 2 people" }).click(),
  );
  expect(links).toMatch(new RegExp(`${two},Jo Weber,jo@example.com,http.*/set-password#`));
  await page.goto(`/users/${two}`);
  await expect(page.getByRole("heading", { name: "Jo Weber" })).toBeVisible();

  await page.goto("/users/import");
  await expectAccessible(page);
  await page
    .getByRole("grid", { name: "Past imports" })
    .getByRole("link", { name: "people.csv" })
    .first()
    .click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("The import is undone.")).toBeVisible();
  await expect(page.getByText("2 users that it made are gone.")).toBeVisible();
  await expect(page.getByText("1 user has back what they had.")).toBeVisible();
  await page.goto(`/users/${two}`);
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await page.goto(`/users/${agent.username}`);
  await expect(page.getByRole("heading", { name: agent.name, exact: true })).toBeVisible();
});

test("what is no file of people says so, and a draft can be discarded", async ({
  agent,
  consolePage: page,
}) => {
  await chooseFile(page, "PK\u0003\u0004 a workbook", "people.xlsx");
  await expect(page.getByRole("alert").filter({ hasText: "This is no CSV file" })).toBeVisible();
  await chooseFile(page, "username,name,team\n");
  await expect(page.getByRole("alert").filter({ hasText: "no people in this file" })).toBeVisible();
  await chooseFile(page, `username,name,team\n${agent.username}-d,D,${agent.team}\n`);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "Import users" })).toBeVisible();
  await expect(page).toHaveURL(/\/users\/import$/);
});

test("a supervisor may not import", async ({ api, agent, browser }) => {
  const supervisor = { ...agent, username: `${agent.username}-s`, name: "Sam Visor" };
  await createAgent(api, supervisor, ["supervisor"]);
  const context = await browser.newContext();
  await signInToConsole(context, supervisor.username, password);
  const page = await context.newPage();
  await page.goto("/users/import");
  await expect(page.getByRole("heading", { name: "You may not open this" })).toBeVisible();
  const answer = await context.request.post("/api/imports?name=x.csv", { data: "username\nx\n" });
  expect(answer.status()).toBe(403);
  await context.close();
});

test("what a page of another port sends with the reader's cookies is refused", async ({ consolePage }) => {
  const send = (origin: string) =>
    consolePage.request.post("/api/imports?name=x.csv", { data: "username\nx\n", headers: { origin } });
  for (const origin of ["http://localhost:1", "null"]) {
    const answer = await send(origin);
    expect([answer.status(), await answer.json()]).toMatchObject([403, { type: "/problems/not-allowed" }]);
  }
  expect((await send(process.env.CONSOLE_URL ?? "")).status()).toBe(201);
});

test("the admin API tries a file, refuses a bad one, and imports", async ({ api, agent }) => {
  const name = `${agent.username}-api`;
  const send = (text: string, query = "") =>
    api.post(`users/import${query}`, { data: text, headers: { "content-type": "text/csv" } });
  const header = "username,name,email,team,roles,password\n";
  const good = `${name},Api Person,api@example.com,${agent.team},agent|analyst,${password}\n`;
  const bad = `${name}-2,,no address,${agent.team},agent,\n`;
  const errors = [
    { line: 3, column: "name", message: expect.any(String) },
    { line: 3, column: "email", message: expect.stringContaining("no address") },
  ];

  const tried = await send(header + good + bad, "?dryRun=true");
  expect([tried.status(), await tried.json()]).toEqual([
    200,
    {
      created: 1,
      updated: 0,
      unchanged: 0,
      skipped: 1,
      people: [
        {
          line: 2,
          outcome: "created",
          username: name,
          password: true,
          changes: [
            { field: "name", from: null, to: "Api Person" },
            { field: "team", from: null, to: agent.team },
            { field: "roles", from: null, to: ["agent", "analyst"] },
            { field: "email", from: null, to: "api@example.com" },
          ],
        },
      ],
      errors,
    },
  ]);
  const refused = await send(header + good + bad);
  expect([refused.status(), await refused.json()]).toEqual([
    422,
    expect.objectContaining({
      type: "/problems/lines-not-clean",
      created: 0,
      updated: 0,
      skipped: 0,
      errors,
    }),
  ]);
  expect((await api.get(`users/${name}`)).status()).toBe(404);

  const skipped = await send(header + good + bad, "?skipBad=true");
  expect(await skipped.json()).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 1, errors });
  expect(await (await api.get(`users/${name}`)).json()).toMatchObject({
    name: "Api Person",
    team: agent.team,
    roles: ["agent", "analyst"],
  });
  const again = await send(header + good);
  expect(await again.json()).toEqual({ created: 0, updated: 0, unchanged: 1, skipped: 0, errors: [] });

  expect((await send(header + good, "?dryrun=true")).status()).toBe(422);
  expect((await api.post("users/import", { data: { username: "x" } })).status()).toBe(422);
  expect((await send("name\nx\n")).status()).toBe(422);
  const large = await send("x".repeat(64 * 1024 * 1024 + 1));
  expect(large.status()).toBe(413);
});
