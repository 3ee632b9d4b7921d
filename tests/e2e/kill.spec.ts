import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";
import { launch, ownInstance } from "./launch";

const client = { app: "Mobile", version: "2.17.60", os: { name: "iOS", version: "14.8" } };

test("kill -9 of the launcher and of Postgres loses nothing that was answered", async ({ request }) => {
  test.setTimeout(120_000);
  const { settings, remove } = await ownInstance();
  const headers = { authorization: `Bearer ${process.env.ADMIN_API_TOKEN}` };
  const current = (token: string) =>
    request.get(`${settings.GATEWAY_URL}/v1/sessions/current`, {
      headers: { authorization: `Bearer ${token}` },
    });
  const signIn = (data: object) => request.post(`${settings.GATEWAY_URL}/v1/sessions`, { data });
  const credentials = { username: "maria", password: "correct horse", client };
  let instance = await launch(settings, "kill");
  try {
    await request.post(`${settings.CONSOLE_URL}/api/v1/teams`, { headers, data: { name: "Billing" } });
    const user = {
      ...credentials,
      client: undefined,
      name: "Maria Ortiz",
      team: "Billing",
      roles: ["agent"],
    };
    await request.post(`${settings.CONSOLE_URL}/api/v1/users`, { headers, data: user });
    const { token } = await (await signIn(credentials)).json();

    // The launcher alone: its children end with it, and the next start takes its Postgres over.
    await instance.stop("SIGKILL");
    await expect.poll(() => reachable(settings.CONSOLE_URL)).toBe(false);
    await expect.poll(() => reachable(settings.GATEWAY_URL)).toBe(false);
    instance = await launch(settings, "kill");
    expect((await current(token)).status()).toBe(200);

    // Postgres alone: the launcher starts it again.
    process.kill(postmaster(settings.DATA_DIR), "SIGKILL");
    await expect.poll(async () => (await current(token)).status(), { timeout: 20_000 }).toBe(200);

    // Both at once.
    const postgres = postmaster(settings.DATA_DIR);
    await instance.stop("SIGKILL");
    process.kill(postgres, "SIGKILL");
    await expect.poll(() => reachable(settings.GATEWAY_URL)).toBe(false);
    instance = await launch(settings, "kill");
    expect((await current(token)).status()).toBe(200);
    expect((await signIn(credentials)).status()).toBe(409);
  } finally {
    await instance.stop();
    await remove();
  }
});

test("kill -9 in the middle of a write: whoever tries it again is told that it was begun", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const { settings, remove } = await ownInstance();
  const api = `${settings.CONSOLE_URL}/api/v1`;
  const headers = { authorization: `Bearer ${process.env.ADMIN_API_TOKEN}` };
  const lines = Array.from({ length: 30_000 }, (_, number) => `kill${number},Person ${number},Billing`);
  const imported = () =>
    request.post(`${api}/users/import`, {
      headers: { ...headers, "content-type": "text/csv", "idempotency-key": "the-one-import" },
      data: ["username,name,team", ...lines].join("\n"),
    });
  let instance = await launch(settings, "kill-write");
  try {
    await request.post(`${api}/teams`, { headers, data: { name: "Billing" } });
    const cut = imported().catch(() => "cut");
    await expect.poll(async () => (await request.get(`${api}/users/kill0`, { headers })).status()).toBe(200);
    await instance.stop("SIGKILL");
    expect(await cut).toBe("cut");
    await expect.poll(() => reachable(settings.CONSOLE_URL)).toBe(false);

    instance = await launch(settings, "kill-write");
    const type = async () => (await (await imported()).json()).type;
    await expect.poll(type, { timeout: 30_000 }).toBe("/problems/answer-lost");
    const key = { ...headers, "idempotency-key": "another" };
    const team = await request.post(`${api}/teams`, { headers: key, data: { name: "Sales" } });
    expect(team.status()).toBe(201);
  } finally {
    await instance.stop();
    await remove();
  }
});

const postmaster = (dataDir: string) =>
  Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

const reachable = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );
