import { parse } from "csv-parse/sync";
import { openMailServer } from "../integration/mail-server";
import { expect, expectAccessible, signInToConsole, test } from "./fixtures";
import { launch, ownInstance } from "./launch";
import { SchedulesPage } from "./pages/schedules-page";

test("a schedule is made, changed, paused, deleted and taken back; without a mail server the page says so", async ({
  consolePage,
}) => {
  const page = new SchedulesPage(consolePage);
  await consolePage.goto("/users");
  await expect(consolePage.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  // Keys count from when the page has come to life.
  await expect(async () => {
    await consolePage.keyboard.press("g");
    await consolePage.keyboard.press("d");
    await consolePage.waitForURL("/reports/schedules", { timeout: 3000 });
  }).toPass();
  await expect(consolePage.getByText("No report goes out by itself yet")).toBeVisible();
  await expect(consolePage.getByText("Rollcall cannot send mail yet, so no schedule arrives")).toBeVisible();
  await expectAccessible(consolePage);

  await consolePage.getByRole("button", { name: "New schedule" }).click();
  await page.submit("Schedule");
  await expect(page.field("Name")).toHaveAccessibleDescription("Give the schedule a name.");
  await expect(page.field("Name")).toBeFocused();
  await page.field("Name").fill("Week for payroll");
  await page.field("To").fill("payroll@elsewhere.example, no address");
  await page.submit("Schedule");
  await expect(page.field("To")).toBeFocused();
  await page.field("To").fill("payroll@elsewhere.example");
  await page.choose("Send it every", "week");
  await page.dialog.getByRole("checkbox", { name: "Friday" }).check();
  await page.field("At").fill("06:30");
  await page.choose("Days", "Last week");
  await expectAccessible(consolePage);
  await page.submit("Schedule");
  const row = page.row("Week for payroll");
  await expect(row).toContainText("Every Monday and Friday at 06:30 (Europe/Berlin)");
  await expect(row).toContainText("Last week · XLSX · Stock layout · to payroll@elsewhere.example");
  await expect(row).toContainText("Not sent yet");
  await expectAccessible(consolePage);

  await page.act("Week for payroll", "Edit…");
  await page.field("Name").fill("Month for payroll");
  await page.choose("Send it every", "month");
  await page.field("On day").fill("31");
  await page.submit("Save");
  await expect(page.row("Month for payroll")).toContainText("On the last day of every month at 06:30");

  await page.act("Month for payroll", "Pause");
  await expect(page.row("Month for payroll")).toContainText("paused");
  await page.row("Month for payroll").getByRole("button", { name: "Resume" }).click();
  await expect(page.row("Month for payroll")).not.toContainText("paused");

  await page.act("Month for payroll", "Send to me now");
  await expect(consolePage.getByRole("region", { name: "Notifications" })).toContainText(
    "Rollcall cannot send mail yet. Whoever runs it sets SMTP_URL and MAIL_FROM.",
  );

  await page.act("Month for payroll", "Delete");
  await expect(page.row("Month for payroll")).toHaveCount(0);
  await consolePage.getByRole("button", { name: "Undo" }).click();
  await expect(page.row("Month for payroll")).toBeVisible();
  await page.act("Month for payroll", "Delete");
  await expect(consolePage.getByText("No report goes out by itself yet")).toBeVisible();
});

test("a schedule is sent to oneself as a trial, and arrives with its file; what is refused is shown, and sent again", async ({
  browser,
  request,
}) => {
  const server = await openMailServer({ user: "rollcall", password: "s3cret" });
  const { settings, remove } = await ownInstance();
  const [user, secret] = [process.env.ADMIN_USERNAME ?? "", process.env.ADMIN_PASSWORD ?? ""];
  const instance = await launch(
    { ...settings, SMTP_URL: server.url, MAIL_FROM: "Rollcall <rollcall@centre.example>" },
    "schedules",
  );
  try {
    const me = { email: "admin@centre.example" };
    const headers = { authorization: `Bearer ${process.env.ADMIN_API_TOKEN}` };
    const patched = await request.patch(`${settings.CONSOLE_URL}/api/v1/users/${user}`, {
      headers,
      data: me,
    });
    expect(patched.ok()).toBe(true);
    const context = await browser.newContext({ baseURL: settings.CONSOLE_URL, timezoneId: "Europe/Berlin" });
    await signInToConsole(context, user, secret);
    const page = new SchedulesPage(await context.newPage());
    await page.page.goto("/reports/schedules?new");
    await expect(page.field("To")).toHaveValue(me.email);
    await page.field("Name").fill("Mornings");
    await page.choose("File", "CSV");
    await page.submit("Schedule");

    await page.act("Mornings", "Send to me now");
    await expect(page.row("Mornings")).toContainText("sent to 1, 0 rows");
    const [mail] = server.taken;
    expect(mail?.to).toMatchObject({ text: me.email });
    expect(mail?.subject).toMatch(/^Mornings: \d+ \w+ \d{4}$/);
    const rows: string[][] = parse(mail?.attachments[0]?.content ?? "", { bom: true });
    expect(rows.at(-1)?.[0]).toBe("Agent");

    server.refuse.set(me.email, { code: 550, text: "no such mailbox" });
    await page.act("Mornings", "Send to me now");
    await expect(page.row("Mornings")).toContainText("not sent");
    await expect(page.row("Mornings")).toContainText("admin@centre.example: the mail server said");
    await expectAccessible(page.page);

    await page.page.goto("/settings/mail");
    const given = page.page.getByRole("list", { name: "Mails that did not go out" }).getByRole("listitem");
    await expect(given).toHaveCount(1);
    await expect(given).toContainText("Scheduled report · Mornings");
    await expect(given).toContainText("no such mailbox");
    await expectAccessible(page.page);
    server.refuse.clear();
    server.taken.length = 0;
    await given.getByRole("button", { name: "Try again: Scheduled report · Mornings" }).click();
    await expect(page.page.getByText("1 mail is sent again.")).toBeVisible();
    await expect.poll(() => server.taken.map(({ attachments }) => attachments.length)).toEqual([1]);
    expect(server.taken[0]?.to).toMatchObject({ text: me.email });
    await expect(page.page.getByText("Every mail went out")).toBeVisible();
    await context.close();
  } finally {
    await instance.stop();
    await remove();
    await server.close();
  }
});
