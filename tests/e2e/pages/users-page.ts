import { expect, type Page } from "@playwright/test";

/** Users & Teams > Users. */
export class UsersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(params: Record<string, string> = {}) {
    await this.page.goto(`/users?${new URLSearchParams(params)}`);
    await expect(this.page.getByRole("heading", { name: "Users", exact: true })).toBeVisible();
  }

  get grid() {
    return this.page.getByRole("grid", { name: "Users" });
  }

  get rows() {
    return this.grid.locator("tbody tr[aria-rowindex]");
  }

  get names() {
    return this.rows.locator("td:nth-child(3)");
  }

  row(name: string) {
    return this.rows.filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  get titles() {
    return this.grid.locator("thead th[data-column]");
  }

  /** What the Display button opens. */
  async openDisplay() {
    await this.page.getByRole("button", { name: "Display" }).click();
    const popup = this.page.getByRole("dialog", { name: "Display" });
    const grip = (column: string) => popup.getByRole("button", { name: `Move ${column}`, exact: true });
    return {
      popup,
      grip,
      tick: (column: string) => popup.getByRole("checkbox", { name: column, exact: true }),
      /** To the place of another column, by mouse; let go once it is said where it would land. */
      drag: async (column: string, to: string, landing: string) => {
        const { mouse } = this.page;
        await grip(column).hover();
        await mouse.down();
        const { x = 0, y = 0, height = 0 } = (await grip(to).boundingBox()) ?? {};
        await mouse.move(x, y + height / 2, { steps: 8 });
        await expect(this.page.getByText(landing, { exact: true })).toBeAttached();
        await mouse.up();
      },
    };
  }

  /** Ticks values of a filter, from its chip. */
  async narrow(filter: string, ...values: string[]) {
    await this.page.getByRole("combobox", { name: new RegExp(`^${filter}:`) }).click();
    for (const value of values) await this.page.getByRole("option", { name: value }).click();
    await this.page.keyboard.press("Escape");
  }

  get actions() {
    return this.page.getByRole("toolbar", { name: "Actions for what is selected" });
  }

  get dialog() {
    return this.page.getByRole("alertdialog");
  }

  toast(title: string) {
    return this.page.getByRole("dialog").filter({ hasText: title });
  }
}
