import { expect, type Page } from "@playwright/test";

/** Search and commands, over any page of the console. */
export class Palette {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get button() {
    return this.page.getByRole("button", { name: "Search or run a command" });
  }

  get dialog() {
    return this.page.getByRole("dialog", { name: "Search and commands" });
  }

  get field() {
    return this.dialog.getByRole("combobox");
  }

  options(group?: string) {
    const within = group === undefined ? this.dialog : this.dialog.getByRole("group", { name: group });
    return within.getByRole("option");
  }

  /** Opened by its keys, once the page listens to them and the one before is gone: else they close it. */
  async open() {
    await expect(this.dialog).toBeHidden();
    await expect(this.button).toBeEnabled();
    await this.page.keyboard.press("Control+k");
  }
}
