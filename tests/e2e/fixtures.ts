import { AxeBuilder } from "@axe-core/playwright";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { AgentApp } from "./pages/agent-app";
import { UserPage } from "./pages/user-page";

export { expect };

export const phoneWindow = { width: 390, height: 844 };
export const password = "correct horse";

export type Agent = { username: string; name: string; team: string };

type Fixtures = {
  /** The admin API, with the bootstrap token. */
  api: APIRequestContext;
  /** An agent of a team, both of this test alone. */
  agent: Agent;
  /** A page of the console, signed in as the administrator. */
  consolePage: Page;
  userPage: UserPage;
  phone: AgentApp;
  desktop: AgentApp;
};

const setting = (name: string) => process.env[name] ?? "";

export const test = base.extend<Fixtures>({
  api: async ({ playwright }, use) => {
    const api = await playwright.request.newContext({
      baseURL: `${setting("CONSOLE_URL")}/api/v1/`,
      extraHTTPHeaders: { authorization: `Bearer ${setting("ADMIN_API_TOKEN")}` },
    });
    await use(api);
    await api.dispose();
  },

  agent: async ({ api }, use, { testId }) => {
    const agent = {
      username: `maria-${testId.slice(-12)}`,
      name: "Maria Ortiz",
      team: `Billing ${testId.slice(-12)}`,
    };
    await createAgent(api, agent);
    await use(agent);
  },

  consolePage: async ({ browser }, use) => {
    const context = await browser.newContext({ timezoneId: "Europe/Berlin" });
    await signInToConsole(context, setting("ADMIN_USERNAME"), setting("ADMIN_PASSWORD"));
    await use(await context.newPage());
    await context.close();
  },

  userPage: ({ consolePage }, use) => use(new UserPage(consolePage)),

  phone: async ({ browser }, use) => {
    const context = await browser.newContext({ viewport: phoneWindow, hasTouch: true });
    await use(new AgentApp(await context.newPage()));
    await context.close();
  },

  desktop: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(new AgentApp(await context.newPage()));
    await context.close();
  },
});

/** Another of the same team, by another name. */
export const called = (agent: Agent, name: string, more: object = {}) => ({
  ...agent,
  username: `${agent.username}-${name.toLowerCase().replaceAll(" ", "-")}`,
  name,
  ...more,
});

export async function createAgent(api: APIRequestContext, agent: Agent, roles = ["agent"]) {
  // The team may be there already.
  await api.post("teams", { data: { name: agent.team } });
  const made = await api.post("users", { data: { ...agent, password, roles } });
  expect(made.status()).toBe(201);
}

/** Without the form, which has a test of its own. */
export async function signInToConsole(context: BrowserContext, username: string, secret: string) {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, username, password: secret, timeZone: "Europe/Berlin", json: "true" };
  const answer = await context.request.post("/api/auth/callback/credentials", { form });
  expect(answer.ok()).toBe(true);
}

/** Nothing for axe to find, in light and in dark: on the whole page, or within a part of one that repeats itself. */
export async function expectAccessible(page: Page, within = "html") {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // What is still fading in has not its colours yet.
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          ({ playState, effect }) =>
            playState !== "running" || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
        ),
    );
    // Guards of an open overlay are there to get the focus, and lead it on at once.
    const { violations } = await new AxeBuilder({ page })
      .include(within)
      .exclude("[data-base-ui-focus-guard]")
      .analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, on: nodes.map((node) => node.html) })),
      colorScheme,
    ).toEqual([]);
  }
}
