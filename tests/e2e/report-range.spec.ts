import { expect, expectAccessible, test } from "./fixtures";
import { ReportPage } from "./pages/report-page";

test("a range that ends before it begins, or is too long, is told at its field", async ({ consolePage }) => {
  const report = new ReportPage(consolePage);
  await report.open({ from: "2026-01-05", to: "2026-01-08" });
  await report.chip(/^Range/).click();
  const range = consolePage.getByRole("dialog", { name: "Range" });
  const last = range.getByLabel("Last day");
  const show = range.getByRole("button", { name: "Show" });
  await last.fill("2026-01-02");
  await show.click();
  await expect(last).toHaveAccessibleDescription(/ends before it begins/);
  await expect(last).toBeFocused();
  await expectAccessible(consolePage, "[role=dialog]");
  await last.fill("2028-01-05");
  await show.click();
  await expect(last).toHaveAccessibleDescription(/more than 2 years/);
  await last.fill("2026-01-06");
  await show.click();
  await expect(range).toBeHidden();
  await expect(consolePage).toHaveURL(/from=2026-01-05&to=2026-01-07/);
});

test("a range has times of day where they are given, by keyboard; without them its days are whole", async ({
  agent,
  phone,
  consolePage,
}) => {
  await phone.start(agent.username, "correct horse");
  const report = new ReportPage(consolePage);
  const { keyboard } = consolePage;
  await report.open({ from: "2026-01-05", to: "2026-01-08", zone: "Asia/Kathmandu", team: agent.team });
  await report.chip(/^Range.* 5 – 7 Jan 2026$/).press("Enter");
  const range = consolePage.getByRole("dialog", { name: "Range" });
  await expect(range.getByLabel("From")).toHaveValue("");
  await range.getByLabel("From").fill("08:30");
  await range.getByLabel("Last day").fill("2026-01-05");
  await range.getByLabel("Until").fill("08:30");
  await keyboard.press("Enter");
  await expect(range.getByLabel("Last day")).toHaveAccessibleDescription(/ends before it begins/);
  await range.getByLabel("Until").fill("17:00");
  await keyboard.press("Enter");
  await expect(range).toBeHidden();
  const chip = report.chip(/^Range.* Mon 5 Jan( 2026)? 08:30 – 17:00$/);
  await expect(chip).toBeVisible();
  expect(Object.fromEntries(new URL(consolePage.url()).searchParams)).toMatchObject({
    from: "2026-01-05T08:30",
    to: "2026-01-05T17:00",
  });
  await consolePage.reload();
  await chip.press("Enter");
  await expect(range.getByLabel("From")).toHaveValue("08:30");
  await expect(range.getByLabel("Until")).toHaveValue("17:00");

  // A day from the middle of the next: whoever is signed in now is in it, from then on.
  await range.getByRole("button", { name: "Today" }).press("Enter");
  await expect(report.rows).toHaveCount(1);
  await report.chip(/^Range.*Today/).press("Enter");
  await range.getByLabel("Until").fill("00:01");
  await range.getByLabel("Last day").fill(nextYear());
  await keyboard.press("Enter");
  await expect(report.rows).toHaveCount(1);
  await expect(report.chip(/^Range.* 00:00 – .* 00:01$/)).toBeVisible();
});

const nextYear = () => `${new Date().getUTCFullYear() + 1}-06-01`;
