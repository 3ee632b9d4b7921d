import { readFile } from "node:fs/promises";
import { called, createAgent, expect, expectAccessible, password, test } from "./fixtures";
import { UsersPage } from "./pages/users-page";

test("sessions of several are ended with a reason; who was not signed in is told", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  await createAgent(api, called(agent, "Zoe Two"));
  await phone.start(agent.username, password);
  await users.open({ search: agent.username });
  await consolePage.getByRole("checkbox", { name: "Select all" }).click();
  await users.actions.getByRole("button", { name: "End sessions…" }).click();
  await expect(users.dialog).toContainText("1 of them is signed in now, 0 on an interaction.");
  await expect(users.dialog.getByRole("radio")).toHaveCount(0);
  await users.dialog.getByRole("button", { name: "End sessions" }).click();
  await expect(users.dialog).toContainText("Say why: they will read it.");
  await expectAccessible(consolePage);
  await users.dialog.getByLabel("Reason").fill("The line is down until noon");
  await users.dialog.getByRole("button", { name: "End sessions" }).click();
  await expect(users.toast("1 session ended")).toContainText("1 was not signed in.");
  await expect(phone.page.getByText("The line is down until noon")).toBeVisible();
});

test("who is on an interaction is left out when sessions of several end, and named", async ({
  api,
  agent,
  phone,
  desktop,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  const two = called(agent, "Zoe Two");
  await createAgent(api, two);
  await desktop.open();
  await desktop.signIn(two.username, password);
  await desktop.expectState("Not Ready");
  await phone.start(agent.username, password);
  await phone.setState("Ready");
  await phone.simulate("Inbound call");
  await phone.press("Accept");
  await users.open({ search: agent.username });
  await consolePage.getByRole("checkbox", { name: "Select all" }).click();
  await users.actions.getByRole("button", { name: "End sessions…" }).click();
  await expect(users.dialog).toContainText("2 of them are signed in now, 1 on an interaction.");
  await users.dialog.getByLabel("Reason").fill("The line is down until noon");
  await users.dialog.getByRole("button", { name: "End sessions" }).click();

  await expect(users.dialog.getByRole("heading", { name: "1 session ended" })).toBeVisible();
  const left = users.dialog.getByRole("listitem");
  await expect(left).toHaveCount(1);
  await expect(left).toContainText("1 is on an interaction, and stays signed in.");
  await expect(left).toContainText(agent.name);
  await expect(left).not.toContainText(two.name);
  await expectAccessible(consolePage);
  await consolePage.keyboard.press("Escape");
  await expect(users.dialog).toBeHidden();
  await expect(desktop.page.getByText("The line is down until noon")).toBeVisible();
  await expect(phone.interactions.getByRole("button", { name: "End" })).toBeVisible();
});

test("passwords of several are reset; their links are copied, kept as a file, and gone", async ({
  api,
  agent,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  await consolePage.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const two = called(agent, "Zoe Two");
  await createAgent(api, two);
  await createAgent(api, called(agent, "Zoe Gone"));
  await api.patch(`users/${called(agent, "Zoe Gone").username}`, { data: { disabled: true } });
  await users.open({ search: agent.username });
  await users.rows.first().focus();
  await consolePage.keyboard.press("Control+a");
  await users.actions.getByRole("button", { name: "Accounts" }).press("Enter");
  await consolePage.getByRole("menuitem", { name: "Reset passwords…" }).press("Enter");
  await expect(users.dialog).toContainText("Reset the passwords of 3 users?");
  await users.dialog.getByRole("button", { name: "Reset passwords" }).press("Enter");

  await expect(users.dialog).toContainText("Hand over 2 one-time links");
  await expect(users.dialog).toContainText("1 is disabled: a link would not work.");
  await expectAccessible(consolePage);
  await consolePage.keyboard.press("Escape");
  await users.dialog.getByRole("button", { name: "Copy all" }).click();
  await expect(users.dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await consolePage.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").map((line) => line.split("\t")[0])).toEqual([
    "username",
    agent.username,
    two.username,
  ]);
  const download = consolePage.waitForEvent("download");
  await users.dialog.getByRole("button", { name: "Download CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("one-time-links.csv");
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  await users.dialog.getByRole("button", { name: "Done" }).click();
  await expect(users.dialog).toBeHidden();

  const link = lines[1]?.split(",").at(-1) ?? "";
  await consolePage.goto(link);
  await expect(consolePage.getByText(agent.name)).toBeVisible();
});

test("who is locked out among several is unlocked", async ({ api, agent, consolePage, playwright }) => {
  const users = new UsersPage(consolePage);
  await createAgent(api, called(agent, "Zoe Two"));
  const stranger = await playwright.request.newContext({ baseURL: process.env.GATEWAY_URL ?? "" });
  const client = { app: "Mobile", version: "2.17.60", os: { name: "iOS", version: "14.8" } };
  const signIn = async (secret: string) =>
    (
      await stranger.post("/v1/sessions", { data: { username: agent.username, password: secret, client } })
    ).status();
  await expect(async () => expect(await signIn("wrong wrong")).toBe(429)).toPass();

  await users.open({ search: agent.username });
  await consolePage.getByRole("checkbox", { name: "Select all" }).click();
  await users.actions.getByRole("button", { name: "Accounts" }).click();
  await consolePage.getByRole("menuitem", { name: "Unlock…" }).click();
  await expect(users.dialog).toContainText("1 of them is locked out now.");
  await users.dialog.getByRole("button", { name: "Unlock" }).click();
  await expect(users.toast("1 user unlocked")).toContainText("1 was not locked.");
  expect(await signIn(password)).toBe(201);
  await stranger.dispose();
});
