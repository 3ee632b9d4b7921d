import { expect, type Page } from "@playwright/test";

type State = "Ready" | "Not Ready" | "Busy" | "After Call Work";

/** The reference agent app: Mobile in a narrow window, Agent Desktop in a wide one. */
export class AgentApp {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open() {
    await this.page.goto("/agent");
  }

  async signIn(username: string, password: string) {
    await this.page.getByLabel("Username").fill(username);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  /** Opened, signed in, at work. */
  async start(username: string, password: string) {
    await this.open();
    await this.signIn(username, password);
    await this.expectState("Not Ready");
  }

  async setState(state: State) {
    await this.page.getByRole("button", { name: state, exact: true }).click();
  }

  async expectState(state: State) {
    await expect(this.page.getByRole("status").filter({ hasText: state })).toBeVisible();
  }

  get question() {
    return this.page.getByRole("alertdialog", { name: "You are signed in elsewhere" });
  }

  takeOver() {
    return this.question.getByRole("button", { name: "Sign in here and sign out there" }).click();
  }

  stayThere() {
    return this.question.getByRole("button", { name: "Stay signed in there" }).click();
  }
}
