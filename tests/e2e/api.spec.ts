import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { everyItem, refused } from "./api";
import {
  createAgent,
  expect,
  expectAccessible,
  password,
  phoneWindow,
  signInToConsole,
  test,
} from "./fixtures";

test("anybody may read what the API is; nobody gets further without a token", async ({ playwright }) => {
  const origin = process.env.CONSOLE_URL ?? "";
  const anybody = await playwright.request.newContext({ baseURL: `${origin}/api/v1/` });
  const document = await (await anybody.get("openapi.json")).json();
  expect(document).toMatchObject({ openapi: "3.1.1", servers: [{ url: `${origin}/api/v1` }] });
  expect(Object.keys(document.paths)).toContain("/users/{username}");
  const refusal = await anybody.get("teams");
  await refused(refusal, 401, "unauthenticated");
  expect(refusal.headers()["www-authenticate"]).toBe('Bearer realm="Rollcall"');
  const headers = { authorization: "Bearer rcp_nobody-made-this-one" };
  const wrong = await anybody.get("teams", { headers });
  await refused(wrong, 401, "unauthenticated");
  expect(wrong.headers()["www-authenticate"]).toBe('Bearer realm="Rollcall", error="invalid_token"');
  await refused(await anybody.get("nothing"), 404, "not-found");
  await anybody.dispose();
});

test("the API's page has every call, for anybody, on any screen", async ({ page, playwright }) => {
  await page.goto("/docs/api");
  await expectAccessible(page, "#createUser");
  const anybody = await playwright.request.newContext();
  const { paths } = await (await anybody.get(`${process.env.CONSOLE_URL}/api/v1/openapi.json`)).json();
  const calls = Object.values(paths).flatMap((methods) => Object.keys(methods ?? {}));
  await expect(page.getByRole("article")).toHaveCount(calls.length);
  await page.getByRole("navigation").getByRole("link", { name: "Change a team" }).click();
  await expect(page.getByRole("heading", { name: "Change a team" })).toBeInViewport();
  await page.setViewportSize(phoneWindow);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phoneWindow.width);
  await anybody.dispose();
});

test("teams are made, listed in pages, changed and deleted", async ({ api, agent }) => {
  const name = `${agent.team} two`;
  const made = await api.post("teams", { data: { name } });
  expect(made.status()).toBe(201);
  const team = await made.json();
  const empty = {
    ...{ name, people: 0, signedIn: 0, limits: [], supervisors: [] },
    ...{ allowedApps: ["desktop", "mobile"], dailySignOutAt: null },
    ...{ packageDeployment: false, responsible: [] },
  };
  expect(team).toEqual({ id: expect.any(String), ...empty });
  expect(await (await api.get(`teams/${team.id}`)).json()).toEqual(team);

  const lead = { ...agent, username: `${agent.username}-lead` };
  await createAgent(api, lead, ["supervisor"]);
  const limits = [{ state: "not_ready", reason: "Break", minutes: 15 }];
  const change = { allowedApps: ["desktop"], dailySignOutAt: "21:30", limits, supervisors: [lead.username] };
  const changed = await api.patch(`teams/${team.id}`, { data: change });
  expect(await changed.json()).toEqual({ ...team, ...change });

  const teams = await everyItem(api, "teams");
  const { supervisors, responsible: _, ...listed } = { ...team, ...change };
  expect(teams).toContainEqual({ ...listed, supervisorCount: supervisors.length });
  expect(new Set(teams.map(({ id }) => id)).size).toBe(teams.length);

  expect((await api.delete(`teams/${team.id}`)).status()).toBe(204);
  await refused(await api.get(`teams/${team.id}`), 404, "not-found");
  await refused(await api.delete(`teams/${team.id}`), 404, "not-found");
});

test("users are made, found, changed and disabled", async ({ api, agent, phone }) => {
  const { username, name, team } = agent;
  const stored = {
    username,
    name,
    team,
    personnelNumber: null,
    email: null,
    roles: ["agent"],
    supervises: [],
  };
  const user = await api.get(`users/${username.toUpperCase()}`);
  expect(await user.json()).toEqual({ ...stored, disabled: false, seat: null });

  await phone.start(username, password);
  const { seat } = await (await api.get(`users/${username}`)).json();
  expect(seat).toMatchObject({ open: true, app: "Mobile", platform: "Mobile", contact: "connected" });
  expect(Object.keys(seat).sort()).toEqual(
    [
      ...["app", "appLabel", "browser", "build", "contact", "device", "deviceCode", "ip", "lastSeen"],
      ...["onInteraction", "open", "os", "platform", "reason", "sessionId", "since", "state", "stateSince"],
      ...["update", "version"],
    ].sort(),
  );

  const others = ["two", "three"].map((suffix) => ({ ...agent, username: `${username}-${suffix}` }));
  for (const other of others) await createAgent(api, other);
  const mine = { team, sort: "-username" };
  const found = await everyItem(api, "users", mine);
  expect(found.map((one) => one.username)).toEqual([...others.map((one) => one.username), username]);
  expect(await everyItem(api, "users", { ...mine, signedIn: "true" })).toMatchObject([
    { username, seat: { sessionId: seat.sessionId } },
  ]);

  const change = { name: "Maria O'Neill", email: "maria@example.com", disabled: true };
  const changed = await api.patch(`users/${username}`, { data: change });
  expect(await changed.json()).toMatchObject({ ...stored, ...change, seat: { open: false, state: null } });
  const sessions = await (await api.get(`users/${username}/sessions`)).json();
  expect(sessions).toMatchObject({
    items: [{ cause: "account_disabled", logoutType: "system" }],
    next: null,
  });
});

test("the guide's examples run as they stand there", async ({ api }, { outputDir }) => {
  const guide = readFileSync("docs/api.md", "utf8");
  const scripts = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, code = ""]) => code);
  await mkdir(outputDir, { recursive: true });
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", scripts.join("\n")], {
    cwd: outputDir,
    env: {
      ...process.env,
      API: `${process.env.CONSOLE_URL}/api/v1`,
      TOKEN: process.env.ADMIN_API_TOKEN,
    },
  });
  expect(stdout).toContain('{"created":1,"updated":1,"unchanged":0,"skipped":0,"errors":[]}');
  const olga = await (await api.get("users/olga")).json();
  expect(olga).toMatchObject({ email: "olga@example.com", supervises: ["Returns"], seat: null });
  const whole = JSON.parse(/^```json\n(\{"username".*?)^```/ms.exec(guide)?.[1] ?? "{}");
  expect(Object.keys(whole).sort()).toEqual(Object.keys(olga).sort());
});

/** Makes a token on the profile of whoever is signed in to the console. */
async function tokenOf(page: Page) {
  await page.goto("/profile");
  await page.getByRole("button", { name: "New token…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Wallboard");
  await dialog.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Create token" }).click();
  const field = page.getByRole("textbox", { name: "Token" });
  await expect(field).toHaveValue(/^rcp_/);
  return field.inputValue();
}

test("a supervisor's token reaches their own people alone, and writes nothing", async ({
  api,
  agent,
  browser,
  playwright,
}) => {
  const lead = { ...agent, username: `${agent.username}-lead`, team: `${agent.team} of leads` };
  const stranger = { ...agent, username: `${agent.username}-else`, team: `${agent.team} else` };
  await createAgent(api, lead, ["supervisor"]);
  await createAgent(api, stranger);
  await api.patch(`users/${lead.username}`, { data: { supervises: [agent.team] } });
  const context = await browser.newContext();
  await signInToConsole(context, lead.username, password);
  const token = await tokenOf(await context.newPage());
  const own = await playwright.request.newContext({
    baseURL: `${process.env.CONSOLE_URL}/api/v1/`,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });

  expect((await everyItem(own, "users")).map((user) => user.username)).toEqual([agent.username]);
  const sought = { search: stranger.username };
  expect(await everyItem(own, "users", sought)).toEqual([]);
  expect(await everyItem(own, "users", { team: stranger.team })).toEqual([]);
  const teams = await everyItem(own, "teams");
  expect(teams.map((team) => team.name)).toEqual([agent.team]);
  const all = await everyItem(api, "teams");
  const foreign = all.find((team) => team.name === stranger.team)?.id;
  expect((await own.get(`users/${agent.username}`)).status()).toBe(200);
  expect((await own.get(`teams/${teams[0]?.id}`)).status()).toBe(200);
  await refused(await own.get(`users/${stranger.username}`), 404, "not-found");
  await refused(await own.get(`users/${stranger.username}/sessions`), 404, "not-found");
  await refused(await own.get(`teams/${foreign}`), 404, "not-found");
  const leave = { data: { reason: "End of the shift" } };
  await refused(await own.post(`agents/${stranger.username}/force-logout`, leave), 404, "not-found");
  await refused(await own.post(`agents/${agent.username}/force-logout`, leave), 409, "not-signed-in");

  const data = { name: "Mine" };
  const file = { headers: { "content-type": "text/csv" }, data: "username,name,team\nx,X,Y\n" };
  const forbidden = [
    own.post("teams", { data }),
    own.patch(`teams/${teams[0]?.id}`, { data }),
    own.delete(`teams/${teams[0]?.id}`),
    own.post("users", { data: { ...agent, username: `${agent.username}-new`, roles: ["agent"] } }),
    own.patch(`users/${agent.username}`, { data }),
    own.post("users/import", file),
    own.post(`users/${agent.username}/reset-password`),
    own.post(`users/${agent.username}/unlock`),
    own.post(`users/${agent.username}/end-session`, leave),
    own.get("settings"),
    own.patch("settings", { data: { resumeMinutes: 15 } }),
    own.get("settings/not-ready-reasons"),
    own.post("settings/not-ready-reasons", { data: { name: "Nap", kind: "break" } }),
  ];
  for (const answer of await Promise.all(forbidden)) await refused(answer, 403, "not-allowed");
  await own.dispose();
  await context.close();
});

test("a write that is tried again with its key is done once", async ({ api, agent }) => {
  const headers = { "idempotency-key": randomUUID() };
  const data = { ...agent, username: `${agent.username}-once`, roles: ["agent"], link: true };
  const [first, second] = [
    await api.post("users", { headers, data }),
    await api.post("users", { headers, data }),
  ];
  expect([first.status(), second.status()]).toEqual([201, 201]);
  expect(second.headers()["idempotency-replayed"]).toBe("true");
  expect(await second.json()).toEqual(await first.json());
  const other = { ...data, name: "Somebody else" };
  await refused(await api.post("users", { headers, data: other }), 422, "idempotency-key-reused");
});
