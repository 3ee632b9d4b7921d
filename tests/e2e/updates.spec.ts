import { expect, expectAccessible, password, test } from "./fixtures";
import type { AgentApp } from "./pages/agent-app";
import { causesOf, endGrace, fiveHoursPass, noticesOf, publish, withdraw } from "./releases";

const noticeOn = ({ page }: AgentApp, text: string) => page.getByRole("alert").filter({ hasText: text });
const recommended = "Version 2.18.0 is here. Update when it suits you.";
const mandatory = "Please update to version 2.18.0.";
const draining = "Finish what is open, then you are signed out for the update to version 2.18.0.";
const required = "Update to version 2.18.0 to sign in";

async function installVersion({ page }: AgentApp, version: string) {
  // While somebody works, the facts are only read.
  await expect(page.getByLabel("Username")).toBeVisible();
  await page.getByRole("button", { name: "About this app" }).click();
  await page.getByLabel("Version", { exact: true }).fill(version);
  await page.getByRole("button", { name: "Save" }).click();
}

test("a recommended update can be put off, comes back, and is silent once it is installed", async ({
  agent,
  phone,
}) => {
  await phone.start(agent.username, password);
  const id = await publish(agent, { kind: "recommended" });
  const notice = noticeOn(phone, recommended);
  await expect(notice).toContainText("Calls no longer drop.");
  await expectAccessible(phone.page);
  const store = phone.page.context().waitForEvent("page");
  await notice.getByRole("link", { name: "Update" }).click();
  await (await store).close();
  await notice.getByRole("button", { name: "Later" }).click();
  await expect(notice).toBeHidden();
  await expect
    .poll(() => noticesOf(id))
    .toMatchObject([{ delivered: true, seen: true, opened: true, later: true, why: null }]);
  await phone.page.reload();
  await phone.expectState("Not Ready");
  await expect(notice).toBeHidden();
  await fiveHoursPass(id);
  await expect(notice).toBeVisible();
  await notice.getByRole("button", { name: "Later" }).click();
  await expect(notice).toBeHidden();

  await phone.page.getByRole("button", { name: "Sign out", exact: true }).click();
  await installVersion(phone, "2.18.0");
  await phone.signIn(agent.username, password);
  await phone.expectState("Not Ready");
  await expect(notice).toBeHidden();
  expect(await noticesOf(id)).toMatchObject([{ updated: true }]);
});

test("a release that comes with the page is had by loading it anew", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  await publish(agent, { kind: "recommended", reload: true });
  const loaded = phone.page.waitForEvent("load");
  await noticeOn(phone, recommended).getByRole("button", { name: "Reload" }).click();
  await loaded;
  await phone.expectState("Not Ready");
  await expect(noticeOn(phone, recommended)).toBeVisible();
  await phone.page.getByRole("button", { name: "Sign out", exact: true }).click();
  await publish(agent, { kind: "mandatory", version: "2.19.0", reload: true });
  await phone.signIn(agent.username, password);
  const blocked = noticeOn(phone, "Update to version 2.19.0 to sign in");
  const again = phone.page.waitForEvent("load");
  await blocked.getByRole("button", { name: "Reload" }).click();
  await again;
});

test("files of a download are had by name, in the notice, after it and at a sign-in that it blocks", async ({
  agent,
  phone,
}) => {
  const { page } = phone;
  const file = { os: "iOS", arch: "arm64", sha512: "0f".repeat(64), size: 84_213_760 };
  const url = `${process.env.CONSOLE_URL}/agent/manifest.webmanifest`;
  const artifacts = [
    { ...file, os: "macOS", url: `${url}?mac` },
    { ...file, url },
  ];
  const opens = async (alert: ReturnType<typeof noticeOn>) => {
    const files = alert.getByRole("list", { name: "Files to download" });
    await expect(files.getByRole("listitem")).toHaveText(/^manifest\.webmanifestiOS arm64 · 80 MB/);
    await files.getByText("Checksum").click();
    await expect(files).toContainText(file.sha512);
    await expectAccessible(page);
    const opened = page.context().waitForEvent("page");
    await files.getByRole("link", { name: "manifest.webmanifest" }).click();
    await (await opened).close();
  };
  await phone.start(agent.username, password);
  const id = await publish(agent, { kind: "recommended", artifacts });
  await opens(noticeOn(phone, recommended));
  await expect.poll(() => noticesOf(id)).toMatchObject([{ opened: true, acknowledged: false }]);
  await phone.expectState("Not Ready");

  const forced = await publish(agent, { kind: "mandatory", version: "2.19.0", artifacts });
  const notice = noticeOn(phone, "Please update to version 2.19.0.");
  await expect(notice).toContainText("You are signed out at");
  await expect(notice.getByRole("button")).toHaveCount(0);
  await opens(notice);
  await expect(noticeOn(phone, "You were signed out to update the app.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Files to download" })).toBeVisible();
  await expectAccessible(page);
  expect(await noticesOf(forced)).toMatchObject([{ acknowledged: true, opened: true, why: "signed_out" }]);

  await page.getByRole("button", { name: "Sign in again" }).click();
  await phone.signIn(agent.username, password);
  await opens(noticeOn(phone, "Update to version 2.19.0 to sign in"));
});

test("a system that is too old for a mandatory update says so, and offers nothing to install", async ({
  agent,
  phone,
}) => {
  await phone.start(agent.username, password);
  const id = await publish(agent, { kind: "mandatory", minimumOs: "16.0" });
  const notice = noticeOn(phone, "Version 2.18.0 is needed. It runs on iOS 16.0 or newer");
  await expect(notice).toContainText("You are signed out at");
  await expect(notice).not.toContainText("IT installs");
  await expect(notice.getByRole("link").or(notice.getByRole("button"))).toHaveCount(0);
  await expectAccessible(phone.page);
  await endGrace(id);
  await expect(noticeOn(phone, "You were signed out to update the app.")).toBeVisible();
  await expect(phone.page.getByRole("link", { name: "Update" })).toHaveCount(0);
  await phone.page.getByRole("button", { name: "Sign in again" }).click();
  await phone.signIn(agent.username, password);
  await expect(noticeOn(phone, "Version 2.18.0 is needed")).toContainText("It runs on iOS 16.0 or newer");
});

test("whoever acknowledges a mandatory update is signed out, and signs in once it is installed", async ({
  agent,
  phone,
}) => {
  await phone.start(agent.username, password);
  const id = await publish(agent, { kind: "mandatory" });
  const notice = noticeOn(phone, mandatory);
  await expect(notice).toContainText("You are signed out at");
  await expectAccessible(phone.page);
  const store = phone.page.context().waitForEvent("page");
  await notice.getByRole("link", { name: "Update now" }).click();
  await (await store).close();
  await expect(noticeOn(phone, "You were signed out to update the app.")).toBeVisible();
  await expect(phone.page.getByRole("link", { name: "Update" })).toBeVisible();
  await expectAccessible(phone.page);
  expect(await noticesOf(id)).toMatchObject([{ acknowledged: true, opened: true, why: "signed_out" }]);
  expect(await causesOf(agent)).toEqual(["mandatory_update"]);

  await phone.page.getByRole("button", { name: "Sign in again" }).click();
  await phone.signIn(agent.username, password);
  await expect(noticeOn(phone, required)).toBeVisible();
  await expectAccessible(phone.page);
  await installVersion(phone, "2.18.0");
  await phone.signIn(agent.username, password);
  await phone.expectState("Not Ready");
});

test("whoever ignores it is signed out at the end of the grace", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  const id = await publish(agent, { kind: "mandatory" });
  await expect(noticeOn(phone, mandatory)).toBeVisible();
  await endGrace(id);
  await expect(noticeOn(phone, "You were signed out to update the app.")).toBeVisible();
  expect(await noticesOf(id)).toMatchObject([{ seen: true, acknowledged: false, why: "signed_out" }]);
  expect(await causesOf(agent)).toEqual(["mandatory_update"]);
});

test("nobody is signed out of a call: the app drains, and goes after its end", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  await phone.simulate("Outbound call");
  await phone.expectState("Busy");
  const id = await publish(agent, { kind: "mandatory" });
  await expect(noticeOn(phone, mandatory)).toContainText("or after your call or chat if it lasts longer.");
  await expect(phone.page.getByRole("button", { name: "Update after this" })).toBeVisible();
  await endGrace(id);
  await expect(noticeOn(phone, draining)).toContainText(/You are signed out after it, at .* at the latest\./);
  await expect(noticeOn(phone, draining).getByRole("button")).toHaveCount(0);
  await expectAccessible(phone.page);
  await expect(phone.interactions).toContainText("Connected");
  await phone.press("End");
  await phone.expectState("After Call Work");
  expect(await causesOf(agent)).toEqual([null]);
  // The wrap-up is over: nobody waits two minutes for it here.
  await endGrace(id);
  await expect(noticeOn(phone, "You were signed out to update the app.")).toBeVisible();
  expect(await causesOf(agent)).toEqual(["mandatory_update"]);
});

test("a blocked sign-in says where to go on, and opens again when the release is withdrawn", async ({
  agent,
  desktop,
  phone,
}) => {
  await desktop.start(agent.username, password);
  await desktop.page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(desktop.page.getByLabel("Username")).toBeVisible();
  const id = await publish(agent, { kind: "mandatory" });
  await phone.open();
  await phone.signIn(agent.username, password);
  await expect(noticeOn(phone, required)).toContainText("Until then you can go on in Agent Desktop.");
  await expectAccessible(phone.page);
  await withdraw(id);
  await phone.signIn(agent.username, password);
  await phone.expectState("Not Ready");
});

test("a withdrawn release leaves the screen", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  const id = await publish(agent, { kind: "mandatory" });
  await expect(noticeOn(phone, mandatory)).toBeVisible();
  await withdraw(id);
  await expect(noticeOn(phone, mandatory)).toBeHidden();
  await phone.expectState("Not Ready");
  expect(await noticesOf(id)).toMatchObject([{ why: "withdrawn" }]);
});
