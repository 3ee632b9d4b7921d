import type { Page } from "@playwright/test";

/** Supervision > Agent Metrics View. */
export class AgentsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(search = "") {
    await this.page.goto(`/supervision?${new URLSearchParams({ search })}`);
  }

  get grid() {
    return this.page.getByRole("grid", { name: "Agent Metrics View" });
  }

  row(name: string) {
    return this.grid.locator("tbody tr").filter({ hasText: name });
  }

  get names() {
    return this.grid.locator("tbody tr[aria-rowindex] td:nth-child(3)");
  }

  /** The day of an agent, beside the grid. */
  timeline(name: string) {
    return this.page.getByRole("dialog", { name });
  }

  get question() {
    return this.page.getByRole("alertdialog");
  }

  /** The phone beside the state of somebody on the Mobile app. */
  phoneOf(name: string) {
    return this.row(name).getByRole("img", { name: /^Mobile app/ });
  }

  figure(label: string) {
    return this.page
      .getByRole("region", { name: "Right now" })
      .getByRole("button")
      .filter({ hasText: label });
  }
}
