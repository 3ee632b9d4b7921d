import type { APIRequestContext, Browser } from "@playwright/test";
import { WebSocket } from "ws";
import { type Agent, createAgent, expect, password, phoneWindow, signInToConsole, test } from "./fixtures";
import { AgentApp } from "./pages/agent-app";

// `npm run pictures` makes the pictures of the README from the real screens: a small centre is filled through the
// admin API and the gateway, as apps would.

const folder = "docs/pictures";
const size = { width: 1440, height: 900 };

const maria: Agent = { username: "maria", name: "Maria Ortiz", team: "Billing" };
const apps = {
  phone: {
    app: "Mobile",
    version: "2.17.60",
    build: "2.62740",
    os: { name: "iOS", version: "14.8" },
    device: { model: "iPhone 8 Plus" },
  },
  android: {
    app: "Mobile",
    version: "2.18.0",
    build: "2.63010",
    os: { name: "Android", version: "14" },
    device: { model: "Pixel 8" },
  },
  desktop: {
    app: "Agent Desktop",
    version: "5.24.99",
    os: { name: "Windows", version: "11" },
    browser: { name: "Chrome", version: "126" },
  },
};

const centre: [
  username: string,
  name: string,
  team: string,
  app: keyof typeof apps | null,
  state?: string,
][] = [
  ["abebe", "Abebe Girma", "Support", "android", "busy"],
  ["castillo", "Ana Castillo", "Billing", "desktop", "ready"],
  ["bao", "Bao Nguyen", "Support", "desktop", "not_ready"],
  ["chiara", "Chiara Russo", "Sales", "phone", "busy"],
  ["dmitri", "Dmitri Ivanov", "Support", "desktop", "after_call_work"],
  ["elif", "Elif Kaya", "Billing", "android", "ready"],
  ["femi", "Femi Adeyemi", "Sales", null],
  ["greta", "Greta Lindqvist", "Support", "phone", "not_ready"],
  ["hana", "Hana Sato", "Billing", "desktop", "ready"],
  ["ian", "Ian Murphy", "Support", null],
  ["jonas", "Jonas Weber", "Sales", "android", "ready"],
];

test("pictures", async ({ api, browser }) => {
  test.setTimeout(120_000);
  await createAgent(api, maria);
  for (const [username, name, team, app, state] of centre) {
    await createAgent(api, { username, name, team });
    if (app) await signIn(api, username, apps[app], state);
  }
  await historyOf(api, maria.username);

  const phone = await openPhone(browser);
  await phone.signIn(maria.username, password);
  await phone.setState("Ready");
  await phone.expectState("Ready");
  await phone.page.screenshot({ path: `${folder}/agent-app.png` });

  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: size, colorScheme, timezoneId: "Europe/Berlin" });
    await signInToConsole(context, process.env.ADMIN_USERNAME ?? "", process.env.ADMIN_PASSWORD ?? "");
    const page = await context.newPage();
    await page.goto("/users/maria/login-info");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await page.screenshot({ path: `${folder}/login-info-${colorScheme}.png` });
    await page.goto("/users");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await page.screenshot({ path: `${folder}/users-${colorScheme}.png` });
    await context.close();
  }
});

async function openPhone(browser: Browser) {
  const context = await browser.newContext({ viewport: phoneWindow, hasTouch: true, deviceScaleFactor: 2 });
  const phone = new AgentApp(await context.newPage());
  await phone.open();
  return phone;
}

const gateway = (path: string) => `${process.env.GATEWAY_URL}/v1/${path}`;

async function signIn(api: APIRequestContext, username: string, client: object, state?: string) {
  const credentials = { username, password, client };
  let answer = await api.post(gateway("sessions"), { data: credentials });
  if (answer.status() === 409) {
    const { takeOver } = await answer.json();
    answer = await api.post(gateway("sessions"), { data: { ...credentials, takeOver } });
  }
  const { token } = await answer.json();
  if (state) await tellState(token, state);
  return token;
}

function tellState(token: string, state: string) {
  const socket = new WebSocket(gateway("stream").replace(/^http/, "ws"), ["rollcall.v1", `bearer.${token}`]);
  const reason = state === "not_ready" ? { reason: "Break" } : {};
  socket.onopen = () => socket.send(JSON.stringify({ id: "1", type: "sync", state, ...reason }));
  return new Promise((resolve) => {
    socket.onmessage = resolve;
  });
}

const signOut = (api: APIRequestContext, token: string) =>
  api.delete(gateway("sessions/current"), { headers: { authorization: `Bearer ${token}` } });

/** A desktop, a phone that takes over and signs out, and so on. */
async function historyOf(api: APIRequestContext, username: string) {
  await signIn(api, username, apps.desktop);
  await signOut(api, await signIn(api, username, apps.phone));
  await signIn(api, username, apps.android);
  await signIn(api, username, apps.desktop);
  await signOut(api, await signIn(api, username, apps.phone));
}
