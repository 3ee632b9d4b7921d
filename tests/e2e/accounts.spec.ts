import type { Page } from "@playwright/test";
import { expect, expectAccessible, password, test } from "./fixtures";

test("an administrator resets a password, the agent sets a new one by the link and signs in", async ({
  agent,
  api,
  browser,
  consolePage,
  phone,
}) => {
  await consolePage.goto(`/users/${agent.username}`);
  await consolePage.getByRole("button", { name: "Reset password…" }).first().click();
  await expect(consolePage.getByRole("dialog")).toContainText("stops working at once");
  await expectAccessible(consolePage);
  await consolePage.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  const made = consolePage.getByRole("alertdialog");
  await expect(made).toContainText("Hand this link to Maria Ortiz");
  const link = await made.getByRole("textbox", { name: "One-time link" }).inputValue();
  await expectAccessible(consolePage);
  await made.getByRole("button", { name: "Done" }).click();
  await expect(consolePage.getByText("one-time link open until")).toBeVisible();

  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText(`For Maria Ortiz, username ${agent.username}.`)).toBeVisible();
  const field = elsewhere.getByLabel("New password");
  await elsewhere.getByRole("button", { name: "Set password", exact: true }).click();
  await expect(elsewhere.getByText("Choose a password.")).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill("maria ortiz");
  await field.press("Enter");
  await expect(elsewhere.getByText("This password does not do yet.")).toBeVisible();
  await expectAccessible(elsewhere);
  await field.fill("a brand new one");
  await field.press("Enter");
  await expect(elsewhere.getByText("Your password is set, Maria Ortiz.")).toBeVisible();
  await expectAccessible(elsewhere);
  await elsewhere.reload();
  await expect(elsewhere.getByText("This link has been used")).toBeVisible();
  await expectAccessible(elsewhere);
  await elsewhere.goto("/set-password#nonsense");
  await expect(elsewhere.getByText("This link is not complete")).toBeVisible();
  const { link: another } = await (await api.post(`users/${agent.username}/reset-password`)).json();
  await elsewhere.goto(another);
  await elsewhere.getByLabel("New password").fill("the newest of all");
  await elsewhere.getByRole("button", { name: "Set password", exact: true }).click();
  await expect(elsewhere.getByText("Your password is set, Maria Ortiz.")).toBeVisible();
  await context.close();

  await phone.start(agent.username, "the newest of all");
});

test("a password from somebody else leads an agent to a page where they set their own", async ({
  agent,
  consolePage,
  phone,
}) => {
  await resetTo(consolePage, agent.username, "for one day only");
  await phone.open();
  await phone.signIn(agent.username, "for one day only");
  await expect(phone.page.getByText("Choose a password of your own first")).toBeVisible();
  await expectAccessible(phone.page);
  const opened = phone.page.waitForEvent("popup");
  await phone.page.getByRole("link", { name: "Set your password" }).click();
  const page = await opened;
  await expect(page.getByText("Somebody else chose the password")).toBeVisible();
  await page.getByLabel("New password").fill("one of her own");
  await page.getByRole("button", { name: "Set password", exact: true }).click();
  await expect(page.getByText("Your password is set")).toBeVisible();
  await phone.start(agent.username, "one of her own");
});

test("the console's sign-in leads to a password of one's own", async ({ agent, api, consolePage, page }) => {
  const username = `${agent.username}-lead`;
  const lead = { username, name: "Jonas Lind", team: agent.team, roles: ["supervisor"] };
  await api.post("users", { data: { ...lead, password } });
  await resetTo(consolePage, username, "for one day only");
  const signIn = async (secret: string) => {
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(secret);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await page.goto("/sign-in");
  await signIn("for one day only");
  await expect(page.getByText("Somebody else chose the password")).toBeVisible();
  await page.getByLabel("New password").fill("one of his own");
  await page.getByRole("button", { name: "Set password", exact: true }).click();
  await page.getByRole("link", { name: "Sign in to the console" }).click();
  await signIn("one of his own");
  await expect(page.getByRole("navigation").first()).toBeVisible();
});

test("an agent who is locked out is unlocked on their page", async ({ agent, api, consolePage, phone }) => {
  await phone.open();
  for (let time = 0; time < 10; time++)
    await phone.page.request.post("/api/auth/callback/credentials", {
      form: {
        csrfToken: (await (await phone.page.request.get("/api/auth/csrf")).json()).csrfToken,
        username: agent.username,
        password: "wrong",
        json: "true",
      },
    });
  await consolePage.goto(`/users/${agent.username}`);
  await expect(consolePage.getByText(/Locked at .* until/)).toContainText("after 10 failed attempts");
  await expectAccessible(consolePage);
  await consolePage.getByRole("button", { name: "Unlock" }).click();
  await expect(consolePage.getByText("Maria Ortiz can sign in again.")).toBeVisible();
  await expect(consolePage.getByText(/Locked at/)).toBeHidden();
  await phone.signIn(agent.username, password);
  await phone.expectState("Not Ready");
  expect(await (await api.post(`users/${agent.username}/unlock`)).json()).toEqual({ wasLocked: false });
});

/** An administrator gives somebody a password for now. */
async function resetTo(page: Page, username: string, secret: string) {
  await page.goto(`/users/${username}`);
  await page.getByRole("button", { name: "Reset password…" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /A password from you/ }).check();
  await dialog.getByLabel("New password").fill(secret);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Reset password" }).click();
  await expect(page.getByText("Set by somebody else")).toBeVisible();
}
