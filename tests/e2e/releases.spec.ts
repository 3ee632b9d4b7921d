import { randomUUID } from "node:crypto";
import { createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { ReleasePage } from "./pages/release-page";
import { signInByPhone } from "./releases";

test("a mandatory release is prepared, foreseen, published by its typed version, and withdrawn", async ({
  agent,
  consolePage,
  request,
}) => {
  const phone = randomUUID();
  expect(await signInByPhone(request, agent.username, phone)).toBe(201);
  const release = new ReleasePage(consolePage);
  await release.prepare({ channel: "ios", version: "2.18.7", team: agent.team });
  await expect(release.figure("owed")).toContainText("1");
  await expect(release.figure("signedOutNow")).toHaveCount(0);
  await consolePage.getByRole("radio", { name: "Mandatory" }).check({ force: true });
  await expect(release.figure("signedOutNow")).toContainText("1");
  await release.figure("signedOutNow").click();
  await expect(consolePage.getByRole("dialog").getByRole("link", { name: agent.name })).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.keyboard.press("Escape");
  await expectAccessible(consolePage);

  await release.button("Publish…").click();
  const dialog = consolePage.getByRole("alertdialog");
  const verb = dialog.getByRole("button", { name: "Publish as mandatory" });
  await expect(dialog.locator('[data-figure="signedOutNow"]')).toContainText("1");
  await expect(verb).toBeDisabled();
  await dialog.getByRole("textbox", { name: /^Type/ }).fill("2.18.6");
  await expect(verb).toBeDisabled();
  await dialog.getByRole("textbox", { name: /^Type/ }).fill("2.18.7");
  await expectAccessible(consolePage);
  await verb.click();
  await release.status("Published");
  await expect(consolePage.locator('[data-step="owed"]')).toContainText("1");
  await expectAccessible(consolePage);
  expect(await signInByPhone(request, agent.username, phone)).toBe(403);

  await release.button("Withdraw…").click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("It drops calls after all.");
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
  await release.status("Withdrawn");
  await expect(consolePage.getByText("“It drops calls after all.”")).toBeVisible();
  expect(await signInByPhone(request, agent.username, phone)).toBe(201);
});

test("a draft loses nothing, and is listed until it is deleted", async ({ agent, consolePage }) => {
  const release = new ReleasePage(consolePage);
  await release.prepare({ channel: "android", version: "9.1.0", team: agent.team });
  await consolePage.getByRole("link", { name: "Users", exact: true }).click();
  await expect(consolePage.getByRole("heading", { name: "Leave without saving?" })).toBeVisible();
  await consolePage.getByRole("button", { name: "Stay" }).click();
  await release.field("Version").fill("nightly");
  await release.button("Save draft").click();
  await expect(consolePage.getByText("Must be a version such as 2.18.0.")).toBeVisible();
  await expect(release.field("Version")).toBeFocused();
  await release.field("Version").fill(`9.1.0`);
  await release.button("Save draft").click();
  await expect(release.button("Delete draft…")).toBeVisible();
  await consolePage.reload();
  await expect(release.field("What changed, for agents")).toHaveValue("Calls no longer drop.");
  await expect(consolePage.getByLabel("These teams in any case")).toContainText(agent.team);

  await consolePage.goto("/releases?channel=android");
  await expect(consolePage.getByRole("link", { name: "v9.1.0", exact: true })).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.getByRole("link", { name: "v9.1.0", exact: true }).click();
  await release.button("Delete draft…").click();
  await consolePage.getByRole("button", { name: "Delete draft", exact: true }).click();
  await expect(consolePage.getByRole("link", { name: "v9.1.0", exact: true })).toHaveCount(0);
});

test("what is out says where it comes from, with its files, and how long mandatory waits", async ({
  agent,
  api,
  consolePage,
}) => {
  async function published(given: object) {
    const to = { kind: "recommended", notes: "Calls no longer drop.", teams: [agent.team], stagePercent: 0 };
    const made = await (await api.post("releases", { data: { ...to, ...given } })).json();
    expect((await api.post(`releases/${made.id}/publish`, { data: {} })).ok()).toBe(true);
    await consolePage.goto(`/releases/${made.id}`);
  }
  const facts = consolePage.locator("dl").filter({ hasText: "Source" });
  const file = { os: "Windows", arch: "x64", url: "https://dl.example.com/Desktop%205.25.7.exe" };
  const artifacts = [{ ...file, sha512: "0f".repeat(64), size: 84_213_760 }];
  await published({ channel: "desktop", version: "5.25.7", artifacts });
  await expect(facts).toContainText("A download");
  await expect(facts.getByRole("link", { name: "Desktop 5.25.7.exe" })).toHaveAttribute("href", file.url);
  await expect(facts).toContainText("Windows x64 · 80 MB");
  await facts.getByText("Checksum").click();
  await expect(facts.getByText("0f0f0f")).toBeVisible();
  await expect(facts).not.toContainText("Mandatory waits");
  await expectAccessible(consolePage);

  const store = { storeUrl: "https://apps.apple.com/app/id1", inStore: true, holdHours: 24 };
  await published({ channel: "ios", version: "2.18.9", ...store });
  await expect(facts).toContainText("A store");
  await expect(facts).toContainText("24 hours from then on");
  await expect(facts).not.toContainText("Files");
});

for (const role of ["supervisor", "analyst"]) {
  test(`a ${role} has no releases, and no action publishes for them`, async ({
    api,
    agent,
    browser,
    consolePage,
  }) => {
    const other = { ...agent, username: `${agent.username}-${role}` };
    await createAgent(api, other, [role]);
    const release = new ReleasePage(consolePage);
    await release.prepare({ channel: "ios", version: "2.18.8", team: agent.team });
    await release.button("Save draft").click();
    await expect(release.button("Delete draft…")).toBeVisible();
    await release.button("Publish…").click();
    const [asked] = await Promise.all([
      // Not the counting, which goes on by itself and is told the channel.
      consolePage.waitForRequest(
        (request) =>
          request.headers()["next-action"] !== undefined && !request.postData()?.includes("channel"),
      ),
      consolePage.getByRole("alertdialog").getByRole("button", { name: "Publish", exact: true }).click(),
    ]);
    await release.status("Published");

    const context = await browser.newContext();
    await signInToConsole(context, other.username, password);
    const page = await context.newPage();
    await page.goto("/releases");
    await expect(page).toHaveURL(/no-access/);
    await expect(page.getByRole("link", { name: "All releases" })).toHaveCount(0);
    const refused = await context.request.post(asked.url(), {
      headers: {
        "next-action": asked.headers()["next-action"] ?? "",
        "content-type": asked.headers()["content-type"] ?? "",
        accept: "text/x-component",
      },
      data: asked.postData() ?? "",
    });
    expect(await refused.text()).toContain("not-allowed");
    await context.close();
  });
}

test("the guide for administrators is a click away", async ({ consolePage }) => {
  await consolePage.goto("/releases");
  const opened = consolePage.waitForEvent("popup");
  await consolePage.getByRole("link", { name: "When and how to update" }).click();
  const guide = await opened;
  await expect(guide.getByRole("heading", { name: "Administering the mobile app" })).toBeVisible();
  await expect(guide.getByRole("rowheader", { name: "in the background" })).toBeVisible();
  await expectAccessible(guide);
});
