import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible, password, test } from "./fixtures";

const onInteraction = async (api: APIRequestContext, username: string) =>
  (await (await api.get(`users/${username}`)).json()).seat.onInteraction;

test("a simulated call goes through its phases and sets the state", async ({ agent, phone, api }) => {
  await phone.start(agent.username, password);
  await phone.setState("Ready");
  await phone.simulate("Inbound call");
  await expect(phone.interactions).toContainText("Inbound call");
  await expect(phone.interactions).toContainText("Ringing");
  await phone.expectState("Ready");
  expect(await onInteraction(api, agent.username)).toBe(false);
  await expectAccessible(phone.page);

  await phone.press("Accept");
  await expect(phone.interactions).toContainText("Connected");
  await phone.expectState("Busy");
  await expect.poll(() => onInteraction(api, agent.username)).toBe(true);

  await phone.press("Hold");
  await expect(phone.interactions).toContainText("On hold");
  expect(await onInteraction(api, agent.username)).toBe(true);
  await expectAccessible(phone.page);
  await phone.press("Resume");
  await expect(phone.interactions).toContainText("Connected");

  await phone.press("End");
  await expect(phone.interactions).toHaveCount(0);
  await phone.expectState("After Call Work");
  await expect.poll(() => onInteraction(api, agent.username)).toBe(false);
});

test("only the end of the last interaction is followed by After Call Work", async ({ agent, desktop }) => {
  await desktop.start(agent.username, password);
  await desktop.simulate("Outbound call");
  await desktop.expectState("Busy");
  await desktop.simulate("Inbound chat");
  await expect(desktop.interactions).toHaveCount(2);
  await expectAccessible(desktop.page);
  await desktop.interactions.nth(1).getByRole("button", { name: "Accept" }).click();
  await desktop.interactions.nth(0).getByRole("button", { name: "End" }).click();
  await expect(desktop.interactions).toHaveCount(1);
  await desktop.expectState("Busy");
  await desktop.press("End");
  await desktop.expectState("After Call Work");
});

test("a declined call changes no state; an open one survives a reload", async ({ agent, desktop, api }) => {
  await desktop.start(agent.username, password);
  await desktop.simulate("Inbound call");
  await desktop.press("Decline");
  await expect(desktop.page.getByText("No interaction")).toBeVisible();
  await desktop.expectState("Not Ready");

  await desktop.simulate("Inbound e-mail");
  await desktop.press("Accept");
  await expect.poll(() => onInteraction(api, agent.username)).toBe(true);
  await desktop.page.reload();
  await expect(desktop.interactions).toContainText("Inbound e-mail");
  await desktop.press("End");
  await desktop.expectState("After Call Work");
});

test("a forced state is told with who did it, until the next of one's own", async ({ agent, phone, api }) => {
  await phone.start(agent.username, password);
  await phone.setState("Ready");
  await phone.expectState("Ready");
  const forced = await api.post(`agents/${agent.username}/state`, {
    data: { state: "not_ready", reason: "Meeting" },
  });
  expect(forced.ok()).toBe(true);
  const notice = phone.page.getByRole("alert").filter({ hasText: "set you to Not Ready: Meeting" });
  await expect(notice).toBeVisible();
  await phone.expectState("Not Ready");
  await expectAccessible(phone.page);
  await phone.setState("Ready");
  await expect(notice).toBeHidden();
});

test("a call answers no forced state", async ({ agent, phone, api }) => {
  await phone.start(agent.username, password);
  await phone.simulate("Inbound call");
  const forced = await api.post(`agents/${agent.username}/state`, {
    data: { state: "not_ready", reason: "Meeting" },
  });
  expect(forced.ok()).toBe(true);
  const notice = phone.page.getByRole("alert").filter({ hasText: "set you to Not Ready: Meeting" });
  await expect(notice).toBeVisible();
  await expectAccessible(phone.page);

  await phone.press("Accept");
  await expect.poll(() => onInteraction(api, agent.username)).toBe(true);
  await phone.press("End");
  await expect.poll(() => onInteraction(api, agent.username)).toBe(false);
  await phone.expectState("Not Ready");
  await expect(notice).toBeVisible();
});

test("signing out on a call asks first", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  await phone.simulate("Outbound call");
  await phone.expectState("Busy");
  const signOut = { name: "Sign out", exact: true };
  const question = phone.page.getByRole("alertdialog", { name: "You are on a call. Sign out anyway?" });
  await phone.page.getByRole("button", signOut).click();
  await expect(question).toBeVisible();
  await expectAccessible(phone.page);
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await expect(phone.interactions).toContainText("Connected");

  await phone.page.getByRole("button", signOut).click();
  await question.getByRole("button", signOut).click();
  await expect(phone.page.getByLabel("Username")).toBeVisible();
  await phone.signIn(agent.username, password);
  await phone.expectState("Not Ready");
  await expect(phone.interactions).toHaveCount(0);
});

test("what was told of a session goes with it", async ({ agent, desktop }) => {
  await desktop.start(agent.username, password);
  const { page } = desktop;
  const signOut = page.getByRole("button", { name: "Sign out", exact: true });
  await page.route("**/v1/sessions/current", (route) =>
    route.request().method() === "DELETE" ? route.abort() : route.fallback(),
  );
  await signOut.click();
  const notice = page.getByText("You are still signed in", { exact: true }).first();
  await expect(notice).toBeVisible();
  await page.unroute("**/v1/sessions/current");
  await signOut.click();
  await expect(page.getByLabel("Username")).toBeVisible();
  await expect(notice).toBeHidden();
});

test("the state stays in sight over several interactions", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  for (const what of ["Outbound call", "Inbound call", "Inbound chat", "Inbound e-mail"] as const)
    await phone.simulate(what);
  await expect(phone.interactions).toHaveCount(4);
  await phone.page.getByRole("button", { name: "After Call Work" }).scrollIntoViewIfNeeded();
  await expect(phone.page.getByRole("status").filter({ hasText: "Busy" })).toBeInViewport({ ratio: 1 });
});

test("a device may install it", async ({ phone }) => {
  await phone.open();
  const { page } = phone;
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ start_url: "/agent", scope: "/agent", display: "standalone" });
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(src);
    expect(icon.headers()["content-type"]).toBe("image/png");
    // A PNG tells its width at its sixteenth byte.
    expect((await icon.body()).readUInt32BE(16)).toBe(Number.parseInt(sizes, 10));
  }
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Playwright's windows are private ones, in which nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("opens without a network, says so, and goes on when it is back", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  await phone.setState("Ready");
  await phone.expectState("Ready");
  await phone.readyForOffline();
  const { page } = phone;

  await page.context().setOffline(true);
  await expect(page.getByText("No network", { exact: true })).toBeVisible();
  const networkBack = await phone.reopenOffline();
  await expect(page.getByText("This device has no network.")).toBeVisible();
  await expectAccessible(page);

  await networkBack();
  await phone.expectState("Ready");
  const kept = await page.evaluate(async () =>
    (await (await caches.open("rollcall-agent")).keys()).map(({ url }) => new URL(url).pathname),
  );
  expect(kept.filter((path) => path !== "/agent" && !path.startsWith("/_next/static/"))).toEqual([]);
});
