import { expect, type Page } from "@playwright/test";

/** Users & Teams > Users > a user. */
export class UserPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  openLoginInfo(username: string) {
    return this.page.goto(`/users/${username}/login-info`);
  }

  card(title: string) {
    return this.page.getByRole("region", { name: title });
  }

  /** The value of a fact on the card, by its label. */
  fact(label: string) {
    return this.page
      .locator("dt", { hasText: new RegExp(`^${label}$`) })
      .locator("xpath=following-sibling::dd[1]");
  }

  /** The rows of the history, newest first. */
  get sessions() {
    return this.page.getByRole("grid", { name: "Sessions" }).locator("tbody tr");
  }

  async endSession(reason: string) {
    await this.page.getByRole("button", { name: "End session…" }).click();
    const dialog = this.page.getByRole("alertdialog");
    await dialog.getByLabel("Reason").fill(reason);
    await dialog.getByRole("button", { name: "End session" }).click();
    await expect(dialog).toBeHidden();
  }
}
