import { expect, expectAccessible, password, test } from "./fixtures";
import { writeYesterdaysSession } from "./ledger";

test("sign-in", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await expectAccessible(page);
});

test("Users, with and without a match", async ({ agent, consolePage }) => {
  await consolePage.goto(`/users?search=${agent.username}`);
  await expect(consolePage.getByRole("link", { name: agent.name })).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.goto("/users?search=nobody-has-this-name");
  await expect(consolePage.getByText("Nobody matches")).toBeVisible();
  await expectAccessible(consolePage);
});

test("Teams", async ({ agent, consolePage }) => {
  await consolePage.goto(`/teams?${new URLSearchParams({ search: agent.team })}`);
  await expect(consolePage.getByText(agent.team)).toBeVisible();
  await expectAccessible(consolePage);
});

test("a user: Details, Login Info before, during and after a session, the question", async ({
  agent,
  phone,
  userPage,
}) => {
  const { page } = userPage;
  await page.goto(`/users/${agent.username}`);
  await expectAccessible(page);
  await userPage.openLoginInfo(agent.username);
  await expectAccessible(page);
  await phone.open();
  await phone.signIn(agent.username, password);
  await expect(userPage.card("Signed in on Mobile")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "End session…" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await userPage.endSession("Done for today");
  await expect(userPage.card("Last session on Mobile")).toBeVisible();
  await expectAccessible(page);
});

test("nothing here, and no access", async ({ consolePage }) => {
  await consolePage.goto("/users/nobody-has-this-name");
  await expect(consolePage.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.goto("/no-access");
  await expectAccessible(consolePage);
});

for (const kind of ["phone", "desktop"] as const) {
  test(`the agent app on a ${kind}`, async ({ agent, phone, desktop }) => {
    const app = { phone, desktop }[kind];
    await app.open();
    await expect(app.page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
    await expectAccessible(app.page);
    await app.page.getByRole("button", { name: "About this app" }).click();
    await expect(app.page.getByRole("dialog")).toBeVisible();
    await expectAccessible(app.page);
    await app.page.keyboard.press("Escape");
    await app.signIn(agent.username, password);
    await app.expectState("Not Ready");
    await expectAccessible(app.page);
  });
}

test("the agent app's question, and its answer to being signed out", async ({ agent, phone, desktop }) => {
  await phone.start(agent.username, password);
  await desktop.open();
  await desktop.signIn(agent.username, password);
  await expect(desktop.question).toBeVisible();
  await expectAccessible(desktop.page);
  await desktop.takeOver();
  await desktop.expectState("Not Ready");
  await expect(phone.page.getByText("This app was signed out.")).toBeVisible();
  await expectAccessible(phone.page);
});

test("Login Info with the days behind it", async ({ agent, userPage }) => {
  await writeYesterdaysSession(agent.username);
  await userPage.openLoginInfo(agent.username);
  await expect(userPage.page.getByRole("img", { name: "8 h 0 min on Mobile" })).toBeVisible();
  await expect(userPage.sessions).toHaveCount(1);
  await expect(userPage.sessions.first()).toContainText("8:00:00");
  await expectAccessible(userPage.page);
});

test("the agent app that a second tab replaced", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  const second = await phone.page.context().newPage();
  await second.goto("/agent");
  const again = phone.page.getByRole("button", { name: "Continue here" });
  await expect(again).toBeVisible();
  await expectAccessible(phone.page);
  await again.click();
  await phone.expectState("Not Ready");
  await expect(second.getByRole("button", { name: "Continue here" })).toBeVisible();
});
