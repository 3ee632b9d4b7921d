import { expect, type Page } from "@playwright/test";

type State = "Ready" | "Not Ready" | "Busy" | "After Call Work";
type Simulated = "Inbound call" | "Inbound chat" | "Inbound e-mail" | "Outbound call";

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

  async simulate(what: Simulated) {
    await this.page.getByRole("button", { name: "Simulate" }).click();
    await this.page.getByRole("menuitem", { name: what }).click();
  }

  /** What the person handles or is offered, oldest first. */
  get interactions() {
    return this.page.getByRole("list", { name: "Interactions" }).getByRole("listitem");
  }

  /** Presses a button of the only interaction. */
  async press(button: "Accept" | "Decline" | "Hold" | "Resume" | "End") {
    await this.interactions.getByRole("button", { name: button }).click();
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

  /** Resolves when this app opens without a network, too. */
  async readyForOffline() {
    await this.page.waitForFunction(async () => {
      const kept = await (await caches.open("rollcall-agent")).keys();
      const has = (part: string) => kept.some(({ url }) => url.includes(part));
      return navigator.serviceWorker.controller && has("/agent") && has(".js") && has(".css");
    });
  }

  /** Opens the app anew without a network; the answer gives the network back. */
  async reopenOffline(): Promise<() => Promise<void>> {
    const context = this.page.context();
    await context.setOffline(true);
    await this.page.reload();
    // Chromium 150 tells a document that was loaded offline that there is a network, unless it is told again.
    const session = await context.newCDPSession(this.page);
    const nothing = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await session.send("Network.emulateNetworkConditions", { offline: true, ...nothing });
    return async () => {
      // Last what the page itself is told: only then it hears that there is a network.
      await session.send("Network.emulateNetworkConditions", { offline: false, ...nothing });
      await session.detach();
      await context.setOffline(false);
    };
  }
}
