import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { db } from "@/lib/db";
import { chrome, iphone, openApp, type Problem, postSession } from "./app";
import { password, person, sessionsOf } from "./people";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => gateway.stop());

describe("POST /v1/sessions", () => {
  test("201 with what the app needs", async () => {
    const { username } = await person();
    const { status, body } = await postSession(url, { username, password, client: iphone });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      token: expect.stringMatching(/^rc_[\w-]{43}$/),
      user: { username, team: "Billing" },
      leaseSeconds: null,
      heartbeatSeconds: 30,
      stream: expect.stringMatching(/^ws:.*\/v1\/stream$/),
      state: "not_ready",
      notices: [],
      logging: null,
    });
  });

  test("422 names every field that is wrong", async () => {
    const { status, body } = await postSession<Problem>(url, {
      username: "x",
      client: { ...iphone, app: "Pager" },
    });
    expect(status).toBe(422);
    expect(body.type).toBe("/problems/invalid-request");
    expect(body.errors?.map((error) => error.path).sort()).toEqual(["client.app", "password"]);
  });

  test.each(["", "{", "[]", "null", '"x"'])("422 for a body of %j", async (text) => {
    const response = await fetch(`${url}/v1/sessions`, { method: "POST", body: text });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  test("422 for a name that no database takes", async () => {
    const { status } = await postSession(url, { username: "a\u0000b", password, client: iphone });
    expect(status).toBe(422);
  });

  test("413 over 64 KiB, also without a length", async () => {
    const large = JSON.stringify({ username: "x".repeat(65 * 1024) });
    const sized = await fetch(`${url}/v1/sessions`, { method: "POST", body: large });
    expect(sized.status).toBe(413);
    const chunked = await fetch(`${url}/v1/sessions`, {
      method: "POST",
      body: new Blob([large]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(chunked.status).toBe(413);
  });

  test("401 before 403: a wrong password tells nothing of the account", async () => {
    const { id, username } = await person();
    await db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    const wrong = await postSession<Problem>(url, { username, password: "wrong", client: iphone });
    expect([wrong.status, wrong.body.type]).toEqual([401, "/problems/invalid-credentials"]);
    const right = await postSession<Problem>(url, { username, password, client: iphone });
    expect([right.status, right.body.type]).toEqual([403, "/problems/account-disabled"]);
  });

  test("409 names the other place, and its permit takes over", async () => {
    const { username, id } = await person();
    await postSession(url, { username, password, client: { ...iphone, device: { model: "iPhone10,2" } } });
    const asked = await postSession<Problem>(url, { username, password, client: chrome });
    expect(asked.status).toBe(409);
    expect(asked.body).toMatchObject({
      type: "/problems/seat-taken",
      seat: {
        app: "Mobile",
        version: "2.17.60",
        build: "2.62740",
        os: "iOS 14.8",
        device: "iPhone 8 Plus",
        state: "not_ready",
        onInteraction: false,
      },
    });
    const { takeOver } = asked.body;
    const taken = await postSession(url, { username, password, client: chrome, takeOver });
    expect(taken.status).toBe(201);
    const sessions = await sessionsOf(id);
    expect(sessions.map((session) => session.cause)).toEqual(["taken_over", null]);
    // Kept as sent, shown by its market name.
    expect(sessions[0]?.device).toBe("iPhone10,2");
  });

  test("other origins' pages may not read the answer, the console's may", async () => {
    const from = (origin: string) => fetch(`${url}/v1/sessions`, { method: "OPTIONS", headers: { origin } });
    expect((await from("http://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
    expect((await from("http://localhost:3000")).headers.get("access-control-allow-origin")).toBe(
      "http://localhost:3000",
    );
  });

  test("a forwarded address counts from trusted proxies alone", async () => {
    const { username, id } = await person();
    await postSession(url, { username, password, client: iphone }, { "x-forwarded-for": "203.0.113.24" });
    expect((await sessionsOf(id))[0]?.ip).toMatch(/^(127\.0\.0\.1|::1)$/);
  });
});

describe("/v1/sessions/current", () => {
  test("tells the session, signs out, and tells why it is over", async () => {
    const { username } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    expect(await app.current()).toMatchObject({
      status: 200,
      body: { state: "not_ready", user: { username } },
    });
    expect((await app.signOut()).status).toBe(204);
    expect(await app.current()).toMatchObject({
      status: 401,
      body: { type: "/problems/session-ended", cause: "signed_out", message: "You signed out." },
    });
  });

  test.each(["", "Bearer ", "Bearer rc_wrong", "Basic x"])("401 for %j", async (authorization) => {
    const response = await fetch(`${url}/v1/sessions/current`, { headers: { authorization } });
    expect(response.status).toBe(401);
    const wrong = authorization.includes("rc_wrong") ? ', error="invalid_token"' : "";
    expect(response.headers.get("www-authenticate")).toBe(`Bearer realm="Rollcall"${wrong}`);
    expect(await response.json()).toMatchObject({ type: "/problems/unauthenticated" });
  });
});

describe("an app without a socket", () => {
  const call = (token: string, path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });

  test("tells its frames by POST, and each is answered in its order", async () => {
    const { username, id } = await person();
    const { body } = await postSession<{ token: string }>(url, { username, password, client: iphone });
    const events = [
      { id: "1", type: "state", state: "ready" },
      { id: "2", type: "dance" },
      { id: "1", type: "state", state: "busy" },
    ];
    const answer = await call(body.token, "/v1/events", { method: "POST", body: JSON.stringify({ events }) });
    expect(await answer.json()).toMatchObject({
      acks: [
        { type: "ack", id: "1" },
        { type: "refused", id: "2", problem: { type: "/problems/unknown-type" } },
        { type: "ack", id: "1" },
      ],
    });
    // The same frame twice is stored once.
    expect(await db.seat.findUnique({ where: { userId: id } })).toMatchObject({ state: "ready" });
  });

  test.each(["{}", "[]", '{"events":[]}', `{"events":[${Array(33).fill("{}").join(",")}]}`])(
    "422 for %j",
    async (text) => {
      const { username } = await person();
      const { body } = await postSession<{ token: string }>(url, { username, password, client: iphone });
      expect((await call(body.token, "/v1/events", { method: "POST", body: text })).status).toBe(422);
    },
  );

  test("reads its own sessions, a page at a time, and nobody else's", async () => {
    const { username } = await person();
    await postSession(url, { username, password, client: iphone });
    const { token } = await openApp(url, { username, password, client: chrome });
    const first = await (await call(token, "/v1/me/sessions?limit=1")).json();
    expect(first.items).toMatchObject([{ app: "Agent Desktop", logout: null }]);
    const second = await (await call(token, `/v1/me/sessions?limit=1&cursor=${first.next}`)).json();
    expect(second).toMatchObject({ items: [{ app: "Mobile", cause: "taken_over" }], next: null });
    expect((await call(token, "/v1/me/sessions?user=other")).status).toBe(422);
  });
});

test("a problem's type leads to a page that explains it", async () => {
  const page = await fetch(`${url}/problems/seat-taken`);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain("You are signed in elsewhere.");
  expect((await fetch(`${url}/problems/toString`)).status).toBe(404);
});

test("health says that the database answers", async () => {
  const response = await fetch(`${url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok", database: "ok" });
});
