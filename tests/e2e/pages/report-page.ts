import { expect, type Locator, type Page } from "@playwright/test";

/** What it shows unless it is told otherwise. */
export const stock = [
  "Agent",
  "Login",
  "Logout",
  "Logout Type",
  "Login Time",
  "Total Working Time",
  "Not Ready %",
  "IP Address",
];

/** Reports > Agent Login/Logout. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(params: Record<string, string> = {}) {
    await this.page.goto(`/reports/login-logout?${new URLSearchParams(params)}`);
    await expect(this.page.getByRole("heading", { name: "Agent Login/Logout" })).toBeVisible();
  }

  get shelf() {
    return this.page.getByRole("complementary", { name: "Columns" });
  }

  /** A column that waits on the shelf. */
  onShelf(name: string) {
    return this.shelf.getByRole("button", { name, exact: true });
  }

  get grid() {
    return this.page.getByRole("grid", { name: "Agent Login/Logout" });
  }

  get titles() {
    return this.grid.locator("thead th[data-column] [data-head]");
  }

  /** A column in the head of the table. */
  head(name: string) {
    return this.grid.locator("thead").getByRole("button", { name, exact: true });
  }

  get rows() {
    return this.grid.locator("tbody tr[aria-rowindex]");
  }

  get total() {
    return this.grid.locator("tfoot tr");
  }

  get groups() {
    return this.page.getByRole("group", { name: "Group by" });
  }

  get chart() {
    return this.page.getByRole("region", { name: "Chart of the report" });
  }

  /** Of a chart that has some: one for each value. */
  get bars() {
    return this.chart.getByRole("listitem");
  }

  /** A chip above the table, by what it says. */
  chip(name: string | RegExp) {
    return this.page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
  }

  get layout() {
    return this.page.getByRole("button", { name: /^Layout: / });
  }

  /** One of the items in the menu of layouts. */
  async chooseInLayouts(item: string, role: "menuitem" | "menuitemradio" | "menuitemcheckbox" = "menuitem") {
    await this.layout.click();
    await this.page.getByRole(role, { name: item }).click();
  }

  /** What a column of the table says, from row to row. */
  async cells(column: string) {
    const at = await this.head(column).evaluate((button) => button.closest("th")?.cellIndex ?? 0);
    return this.rows.locator(`td:nth-child(${at + 1})`);
  }

  async export(item: string) {
    await this.page.getByRole("button", { name: "Export", exact: true }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  async menu(column: string, item: string) {
    await this.head(column).press("ArrowDown");
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Said to screen readers, and a sign for a test that it is so. */
  said(text: string) {
    return expect(this.page.getByText(text, { exact: true })).toBeAttached();
  }

  /** To the near edge of something, by mouse; let go once it is said where it would land. */
  async drag(from: Locator, to: Locator, landing: string) {
    const { mouse } = this.page;
    await from.hover();
    await mouse.down();
    const { x, y } = await edgeOf(to);
    await mouse.move(x, y, { steps: 8 });
    await this.said(landing);
    await mouse.up();
  }

  /** The same by a finger: it rests on a thing until that is lifted. */
  async touchDrag(from: Locator, to: Locator, { lifted, landing }: { lifted: string; landing: string }) {
    const client = await this.page.context().newCDPSession(this.page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await from.scrollIntoViewIfNeeded();
    const box = await from.boundingBox();
    const start = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    await touch("touchStart", [start]);
    await this.said(lifted);
    const end = await edgeOf(to);
    for (const part of [0.25, 0.5, 0.75, 1])
      await touch("touchMove", [
        { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part },
      ]);
    await this.said(landing);
    await touch("touchEnd", []);
  }
}

async function edgeOf(target: Locator) {
  const box = await target.boundingBox();
  return { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}
