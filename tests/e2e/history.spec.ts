import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible, password, test } from "./fixtures";
import { writePastSessions } from "./ledger";

const phone = {
  app: "Mobile",
  version: "v2.17.60 (2.62740)",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone10,2" },
};
const desktop = {
  app: "Agent Desktop",
  version: "5.24.99",
  os: { name: "Windows", version: "11" },
  browser: { name: "Chrome", version: "126" },
};

/** Signs in, taking over if asked; returns the session's id. */
async function signIn(request: APIRequestContext, username: string, client: object): Promise<string> {
  const address = `${process.env.GATEWAY_URL}/v1/sessions`;
  const body = { username, password, client };
  const asked = await request.post(address, { data: body });
  if (asked.status() === 201) return (await asked.json()).sessionId;
  const { takeOver } = await asked.json();
  const taken = await request.post(address, { data: { ...body, takeOver } });
  expect(taken.status()).toBe(201);
  return (await taken.json()).sessionId;
}

test.beforeEach(async ({ request, agent }) => {
  for (const client of [phone, desktop, phone]) await signIn(request, agent.username, client);
});

test("a chip narrows the history, and the address keeps it", async ({ agent, userPage }) => {
  const { page, sessions } = userPage;
  await userPage.openLoginInfo(agent.username);
  await expect(sessions).toHaveCount(3);
  await page.getByRole("combobox", { name: "Platform: all" }).click();
  await page.getByRole("option", { name: "Desktop 1" }).click();
  await page.keyboard.press("Escape");

  await expect(page).toHaveURL(/\?platform=desktop$/);
  await expect(userPage.card("Sessions")).toContainText("1 of 3");
  await expect(sessions).toHaveCount(1);
  await expect(sessions.first()).toContainText("Taken over by Mobile v2.17.60 (2.62740), iPhone 8 Plus");
  await page.reload();
  await expect(sessions).toHaveCount(1);
  await expect(page.getByRole("combobox", { name: "Platform: Desktop" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(sessions).toHaveCount(3);
  await page.goBack();
  await expect(sessions).toHaveCount(1);
});

test("days narrow it by presets or by hand; where none is left, all are one press away", async ({
  agent,
  userPage,
}) => {
  const { page, sessions } = userPage;
  await userPage.openLoginInfo(agent.username);
  await page.getByRole("button", { name: "Days: all" }).click();
  await page.getByRole("button", { name: "Last 7 days" }).click();
  await expect(page.getByRole("button", { name: "Days: Last 7 days" })).toBeVisible();
  await expect(sessions).toHaveCount(3);

  await page.getByRole("button", { name: "Days: Last 7 days" }).click();
  await expectAccessible(page);
  await page.getByLabel("From").fill("2020-01-31");
  const last = page.getByLabel("To", { exact: true });
  await last.fill("2020-01-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(last).toHaveAccessibleDescription(/before the first day/);
  await expect(last).toBeFocused();
  await last.fill("2020-02-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/\?from=2020-01-31&to=2020-02-01$/);
  await expect(page.getByText("No session matches the filters")).toBeVisible();
  await page.getByRole("button", { name: "Show all 3 sessions" }).click();
  await expect(sessions).toHaveCount(3);
});

test("a row opens its details by keyboard, Back closes them, a link opens the same", async ({
  agent,
  userPage,
}) => {
  const { page, sessions } = userPage;
  await userPage.openLoginInfo(agent.username);
  const oldest = sessions.nth(2);
  const id = await oldest.getAttribute("data-row");
  await oldest.focus();
  await page.keyboard.press("Enter");

  const details = page.getByRole("dialog", { name: "Mobile v2.17.60 (2.62740)" });
  await expect(details).toContainText("sent as iPhone10,2");
  await expect(details).toContainText("Exact: the app was in touch when it ended.");
  await expect(page).toHaveURL(new RegExp(`\\?session=${id}$`));
  await expectAccessible(page);

  await details.getByRole("button", { name: "Agent Desktop v5.24.99, Chrome 126" }).click();
  await expect(page.getByRole("dialog", { name: "Agent Desktop v5.24.99" })).toContainText("Windows 11");
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/login-info$/);

  await page.goto(`/users/${agent.username}/login-info?session=${id}`);
  await expect(details).toContainText("sent as iPhone10,2");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/login-info$/);
  await expect(oldest).toBeFocused();
});

test("a link to an older session opens the list where it stands", async ({ agent, userPage }) => {
  const ids = await writePastSessions(agent.username, 60);
  const oldest = ids[0] ?? "";
  const { page } = userPage;
  await page.goto(`/users/${agent.username}/login-info?session=${oldest}`);
  await expect(page.getByRole("dialog")).toContainText(oldest);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(userPage.sessions.first()).toHaveAttribute("data-row", oldest);
  await page.getByRole("link", { name: "Newest sessions" }).click();
  await expect(userPage.sessions.first()).toContainText("still signed in");
});

test("a session that is not there is said so", async ({ agent, userPage }) => {
  await userPage.page.goto(`/users/${agent.username}/login-info?session=${crypto.randomUUID()}`);
  await expect(userPage.page.getByText("This person has no such session")).toBeVisible();
  await expect(userPage.sessions).toHaveCount(3);
});

test("the admin API narrows the same, and knows what it does not", async ({ agent, api }) => {
  const list = (query: string) => api.get(`users/${agent.username}/sessions?${query}`);
  const mobile = await (await list("platform=Mobile&device=iPhone%208%20Plus")).json();
  expect(mobile.items).toMatchObject([
    { device: "iPhone 8 Plus", deviceCode: "iPhone10,2", cause: null },
    { device: "iPhone 8 Plus", deviceCode: "iPhone10,2", cause: "taken_over" },
  ]);
  expect((await (await list("cause=inactivity")).json()).items).toEqual([]);
  expect((await (await list("platform=mobile&platform=desktop")).json()).items).toHaveLength(3);
  for (const query of ["colour=red", "platform=pager", "from=yesterday", "limit=1&limit=2"]) {
    expect((await list(query)).status(), query).toBe(422);
  }
});
