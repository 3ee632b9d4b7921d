import { expect, type Page } from "@playwright/test";

/** The editor of a release and its page. */
export class ReleasePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  field(name: string) {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  figure(key: string) {
    return this.page.locator(`[data-figure="${key}"]`).first();
  }

  button(name: string) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** A release for this team alone, so that the people of other tests are told nothing. */
  async prepare({ channel, version, team }: { channel: string; version: string; team: string }) {
    await this.page.goto(`/releases/new?channel=${channel}`);
    await this.field("Version").fill(version);
    await this.field("What changed, for agents").fill("Calls no longer drop.");
    await this.field("Store link").fill("https://apps.apple.com/app/id1");
    await this.page.getByRole("switch", { name: "I have seen this build in the store" }).click();
    await this.field("Share").fill("0");
    await this.page.getByLabel("These teams in any case").click();
    await this.page.getByRole("combobox", { name: "Find a team" }).fill(team);
    await this.page.getByRole("option", { name: team, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByLabel("These teams in any case")).toContainText(team);
  }

  async status(name: string) {
    await expect(this.page.locator("header").getByText(name, { exact: true })).toBeVisible();
  }
}
