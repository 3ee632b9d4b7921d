import type { Page } from "@playwright/test";

/** Reports > Schedules. */
export class SchedulesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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

  submit(verb: string) {
    return this.dialog.getByRole("button", { name: verb, exact: true }).click();
  }

  row(name: string) {
    return this.page
      .getByRole("list", { name: "Schedules" })
      .getByRole("listitem")
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** One of the actions of a schedule. */
  async act(name: string, action: string) {
    await this.row(name)
      .getByRole("button", { name: `Actions for ${name}` })
      .click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }
}
