import { expect, expectAccessible, test } from "./fixtures";
import { ReleasePage } from "./pages/release-page";

test("a recommended release is widened, paused, resumed, dated, kept recommended and made mandatory", async ({
  agent,
  consolePage,
}) => {
  const release = new ReleasePage(consolePage);
  const dialog = consolePage.getByRole("alertdialog");
  await release.prepare({ channel: "ios", version: "2.18.9", team: agent.team });
  const seen = "I have seen this build in the store";
  await consolePage.getByRole("switch", { name: seen }).click();
  await release.button("Publish…").click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("For the testers.");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await release.status("Published");
  await expect(consolePage.getByText("“For the testers.”")).toBeVisible();

  await release.button("Widen…").click();
  await dialog.getByLabel("Share of everybody, in percent").fill("0.01");
  await dialog.getByRole("button", { name: "Widen", exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await release.button("Pause…").click();
  await dialog.getByRole("button", { name: "Pause", exact: true }).click();
  await release.status("Paused");
  await release.button("Resume…").click();
  await dialog.getByRole("button", { name: "Resume", exact: true }).click();
  await release.status("Published");

  await release.button("Make mandatory…").click();
  const verb = dialog.getByRole("button", { name: "Make mandatory then" });
  await dialog.getByLabel("From").fill("2031-01-31T08:00");
  await dialog.getByRole("textbox", { name: /^Type/ }).fill("2.18.9");
  await expect(verb).toBeDisabled();
  await dialog.getByRole("switch", { name: seen }).click();
  await dialog.getByRole("combobox", { name: "Sign people out" }).click();
  await consolePage.getByRole("option", { name: "All at once" }).click();
  await expect(verb).toBeEnabled();
  await expectAccessible(consolePage);
  await verb.click();
  await expect(dialog).toHaveCount(0);
  await expect(consolePage.getByText("Mandatory from")).toBeVisible();

  await release.button("Keep recommended…").click();
  await dialog.getByRole("button", { name: "Keep recommended", exact: true }).click();
  await expect(consolePage.getByText("Mandatory from")).toHaveCount(0);

  await release.button("Make mandatory…").click();
  await expect(dialog.getByRole("switch")).toHaveCount(0);
  await dialog.getByRole("textbox", { name: /^Type/ }).fill("2.18.9");
  await dialog.getByRole("button", { name: "Make mandatory now" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(release.button("Make mandatory…")).toHaveCount(0);
  await release.button("Withdraw…").click();
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
  await release.status("Withdrawn");
});
