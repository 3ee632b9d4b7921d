import { expect, type Locator, type Page } from "@playwright/test";

/** Logs, the Logs tab of a user, and a log that is opened. */
export class LogsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  openOf(username: string) {
    return this.page.goto(`/users/${username}/logs`);
  }

  get dialog() {
    return this.page.getByRole("dialog");
  }

  field(label: string) {
    return this.dialog.getByLabel(label, { exact: true });
  }

  async choose(label: string, option: string) {
    await this.field(label).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }

  /** Asks for the logs of whose page this is. */
  async ask(reason: string) {
    await this.page.getByRole("button", { name: "Request logs" }).first().click();
    await this.field("Reason").fill(reason);
    await this.submit();
  }

  submit() {
    return this.dialog.getByRole("button", { name: "Request logs" }).click();
  }

  /** The rows of the list, newest first. */
  request(reason: string) {
    return this.page.getByRole("row").filter({ hasText: reason });
  }

  /** The rows of the log that are in view. */
  get rows() {
    return this.page.getByRole("grid", { name: "Lines of the log" }).getByRole("row");
  }

  line(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  get search() {
    return this.page.getByRole("searchbox", { name: "Search the log" });
  }

  /** How many matches there are, or at which one the reader is. */
  get found() {
    return this.page.getByRole("search").getByRole("status");
  }

  async act(action: string) {
    await this.page.getByRole("button", { name: /^Actions for the log of/ }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  async expectStatus(status: string) {
    await expect(this.page.getByRole("list", { name: "Course of the request" })).toContainText(status);
  }
}
