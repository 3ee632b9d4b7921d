import { expect, type Page } from "@playwright/test";

/** Users & Teams > Teams > a team. */
export class TeamPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the list, by its name. */
  async open(name: string) {
    await this.page.goto(`/teams?${new URLSearchParams({ search: name })}`);
    await this.page.getByRole("link", { name, exact: true }).click();
    await expect(this.page.getByRole("heading", { name, exact: true })).toBeVisible();
  }

  card(title: string) {
    return this.page.getByRole("region", { name: title });
  }

  async save(title: string) {
    await this.card(title)
      .getByRole("button", { name: `Save ${title}` })
      .click();
    await expect(this.card(title).getByText("Saved", { exact: true })).toBeVisible();
  }

  openPeople() {
    return this.page
      .getByRole("navigation")
      .getByRole("link", { name: /^People/ })
      .click();
  }

  /** The rows of its people. */
  get people() {
    return this.page.getByRole("grid", { name: /^People of/ }).locator("tbody tr");
  }

  /** Types into a search and takes what is found. */
  async pick(label: string, text: string, found: string | RegExp) {
    await this.page.getByRole("combobox", { name: label }).fill(text);
    await this.page.getByRole("option", { name: found }).click();
  }

  undo() {
    return this.page.getByRole("button", { name: "Undo" }).first().click();
  }
}
