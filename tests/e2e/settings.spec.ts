import type { Page } from "@playwright/test";
import { expect, expectAccessible, password, test } from "./fixtures";
import { auditedChanges, query } from "./ledger";
import { Palette } from "./pages/palette";

const saveBar = (page: Page) => page.getByRole("status").filter({ hasText: "unsaved" });
const reasons = (page: Page) =>
  page.getByRole("list", { name: "Reasons for Not Ready" }).getByRole("listitem");
/** As they stand on the screen. */
const names = (page: Page) =>
  page
    .getByRole("button", { name: /^Move / })
    .evaluateAll((handles) => handles.map((one) => one.getAttribute("aria-label")?.slice(5)));

test("a setting: refused out of bounds, saved, told, audited, taken back", async ({ api, consolePage }) => {
  await consolePage.goto("/settings");
  const field = consolePage.getByLabel("Resume after a lost connection");
  await expect(field).toHaveValue("15 min");
  await expectAccessible(consolePage);

  await field.fill("25 h");
  await consolePage.getByRole("button", { name: "Save" }).click();
  await expect(field).toHaveAccessibleDescription(/It must be at most 24 h\./);
  await expect(field).toBeFocused();
  await expectAccessible(consolePage);

  await field.fill("20");
  await field.press("Tab");
  await expect(field).toHaveValue("20 min");
  await expect(saveBar(consolePage)).toContainText("1 unsaved change");
  await consolePage.getByRole("button", { name: "Save" }).click();
  await expect(consolePage.getByText("Resume after a lost connection: 15 min → 20 min")).toBeVisible();
  await expect(saveBar(consolePage)).toHaveCount(0);
  expect(await (await api.get("settings")).json()).toMatchObject({ resumeMinutes: 20 });
  expect((await auditedChanges("resumeMinutes")).at(-1)).toEqual({ from: 15, to: 20 });

  await consolePage.getByRole("button", { name: "Undo" }).click();
  await expect(consolePage.getByText("Resume after a lost connection: 20 min → 15 min")).toBeVisible();
  await expect(field).toHaveValue("15 min");
  expect((await auditedChanges("resumeMinutes")).at(-1)).toEqual({ from: 20, to: 15 });
});

test("the lease on an interaction says when the desktop lease is the longer one", async ({ consolePage }) => {
  await consolePage.goto("/settings");
  const onInteraction = consolePage.getByLabel("Lease on an interaction");
  await expect(onInteraction).toHaveAccessibleDescription(/Never shorter than the desktop lease\.(?! That)/);
  await consolePage.getByLabel("Desktop lease").fill("10 min");
  await expect(onInteraction).toHaveAccessibleDescription(/That is longer now: 10 min counts\./);
});

test("what somebody else changed meanwhile is told before it is replaced", async ({ api, consolePage }) => {
  await api.patch("settings", { data: { failureWindowMinutes: 15 } });
  await consolePage.goto("/settings");
  const field = consolePage.getByLabel("Window", { exact: true });
  await field.fill("20 min");
  await api.patch("settings", { data: { failureWindowMinutes: 30 } });
  await consolePage.getByRole("button", { name: "Save" }).click();
  await expect(consolePage.getByText("Somebody else has set this to 30 min meanwhile.")).toBeVisible();
  await expect(field).toHaveValue("20 min");
  expect(await (await api.get("settings")).json()).toMatchObject({ failureWindowMinutes: 30 });
  await consolePage.getByRole("button", { name: "Save" }).click();
  await expect(consolePage.getByText("Window: 30 min → 20 min")).toBeVisible();
  await consolePage.getByRole("button", { name: /^Reset to 15 min.*Window$/ }).click();
  await consolePage.getByRole("button", { name: "Save" }).click();
  await expect(consolePage.getByText("Window: 20 min → 15 min")).toBeVisible();
});

test("unsaved changes are not left behind unasked", async ({ consolePage }) => {
  await consolePage.goto("/teams");
  await consolePage.getByRole("link", { name: "Settings" }).click();
  await consolePage.getByLabel("End after missed interactions").fill("5");
  await consolePage.getByRole("link", { name: "Users" }).click();
  const question = consolePage.getByRole("alertdialog", { name: "Leave without saving?" });
  await expect(question).toContainText("1 change is not saved.");
  await expectAccessible(consolePage);
  const stay = async () => {
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(consolePage.getByLabel("End after missed interactions")).toHaveValue("5");
  };
  await stay();

  await consolePage.getByRole("heading", { name: "Settings", level: 1 }).click();
  await consolePage.keyboard.press("g");
  await consolePage.keyboard.press("u");
  await stay();
  const palette = new Palette(consolePage);
  await palette.open();
  await palette.field.fill("teams");
  await palette.field.press("Enter");
  await stay();

  await consolePage.evaluate(() => history.back());
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(consolePage.getByRole("heading", { name: "Teams" })).toBeVisible();
});

test("the zone is found by typing; the daily sign-out says when it first counts", async ({ consolePage }) => {
  await consolePage.goto("/settings");
  await consolePage.getByLabel("Daily sign-out").fill("3:00");
  await expect(consolePage.getByText(/^First on \w+ \d+ \w+, 03:00\./)).toBeVisible();
  await consolePage.getByLabel("Time zone", { exact: true }).click();
  await consolePage.getByRole("combobox", { name: "Search time zones" }).fill("new york");
  await expectAccessible(consolePage);
  await consolePage.getByRole("option", { name: "America/New York" }).click();
  await expect(consolePage.getByLabel("Time zone", { exact: true })).toContainText("America/New York");
  await expect(saveBar(consolePage)).toContainText("2 unsaved changes");
  await consolePage.getByRole("button", { name: "Discard" }).click();
  await expect(consolePage.getByLabel("Time zone", { exact: true })).toContainText("Europe/Berlin");
});

test("reasons: added, ordered by keyboard, archived, and what the phone offers", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const mine = `Coaching ${agent.username.slice(-6)}`;
  await phone.start(agent.username, password);
  await consolePage.goto("/settings/not-ready-reasons");
  await expectAccessible(consolePage);

  await consolePage.getByRole("button", { name: "Add reason" }).click();
  const dialog = consolePage.getByRole("dialog", { name: "Add a reason" });
  await dialog.getByLabel("Name").fill("lunch");
  await dialog.getByRole("button", { name: "Add reason" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/There is a reason with this name/);
  await dialog.getByLabel("Name").fill(mine);
  await dialog.getByRole("radio", { name: "Working time" }).check();
  await dialog.getByLabel("Offered to").click();
  await consolePage.getByRole("option", { name: agent.team }).click();
  await consolePage.keyboard.press("Escape");
  await expectAccessible(consolePage);
  await dialog.getByRole("button", { name: "Add reason" }).click();
  await expect(reasons(consolePage).filter({ hasText: mine })).toContainText(agent.team);

  const handle = consolePage.getByRole("button", { name: `Move ${mine}` });
  const above = (await names(consolePage)).at(-2) ?? "";
  await handle.press("Space");
  await expect(consolePage.getByText(`${mine} is where it was.`)).toBeAttached();
  await consolePage.keyboard.press("ArrowUp");
  await expect(consolePage.getByText(`${mine} will be before ${above}.`)).toBeAttached();
  await consolePage.keyboard.press("Space");
  await expect.poll(async () => (await names(consolePage)).slice(-2)).toEqual([mine, above]);
  const stored = async () => (await (await api.get("settings/not-ready-reasons")).json()).items;
  await expect
    .poll(async () => (await stored()).filter((one: { archived: boolean }) => !one.archived).slice(-2))
    .toMatchObject([{ name: mine, kind: "working", teams: [agent.team] }, { name: above }]);

  await phone.setState("Not Ready");
  const picker = phone.page.getByRole("dialog", { name: "Not Ready: why?" });
  await expect(picker.getByRole("button", { name: mine })).toBeVisible();
  await expectAccessible(phone.page);
  await picker.getByRole("button", { name: mine }).click();
  await expect(phone.page.getByText(mine).first()).toBeVisible();

  await consolePage.getByRole("button", { name: `Archive ${mine}` }).click();
  await expect(consolePage.getByRole("list", { name: "Archived" })).toContainText(mine);
  await expectAccessible(consolePage);
});

test("mails that did not go out are listed, with the reason, and told where somebody waits for an answer", async ({
  agent,
  consolePage,
}) => {
  const madeUp = `${agent.team}, made up`;
  await query(
    `INSERT INTO mail (id, user_id, content, made_at, attempts, next_at, given_up_at, failure)
     SELECT gen_random_uuid(), id, jsonb_build_object('code', 'work-item-mandatory', 'team', $2::text, 'channel', 'ios',
       'release', 'v2.18.0', 'devices', 2, 'madeAt', '2026-11-22T15:00:00.000Z', 'signOutAt', NULL, 'timeZone', 'UTC'),
       ledger_now(), 18, ledger_now(), ledger_now(), 'Error: 451 try again later'
     FROM user_account WHERE username = $1`,
    [agent.username, madeUp],
  );
  await consolePage.goto("/releases/work-items");
  await expect(consolePage.getByText(/mails? about work items did not go out/)).toBeVisible();
  await expectAccessible(consolePage);
  await consolePage.getByRole("link", { name: "See why" }).click();
  const mail = consolePage
    .getByRole("list", { name: "Mails that did not go out" })
    .getByRole("listitem")
    .filter({ hasText: madeUp });
  await expect(mail).toContainText("To be installed by a date · v2.18.0");
  await expect(mail.getByRole("link", { name: agent.name })).toBeVisible();
  await expect(mail).toContainText("tried 18 times");
  await expect(mail).toContainText("451 try again later");
  // Nothing could be sent from here.
  await expect(consolePage.getByText("Mail is not set up")).toBeVisible();
  await expect(mail.getByRole("button")).toHaveCount(0);
  await expectAccessible(consolePage);
  await query("DELETE FROM mail WHERE content ->> 'team' = $1", [madeUp]);
});
