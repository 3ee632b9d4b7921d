import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { endUserSession } from "@/lib/sessions/commands";
import { changeSettings } from "@/lib/settings/commands";
import { openApp, type Problem, postSession } from "./app";
import { password, person, sessionsOf } from "./people";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => gateway.stop());

const iphone = {
  app: "Mobile",
  version: "v2.17.60 (2.62740)",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 8 Plus" },
};
const chrome = { app: "Agent Desktop", version: "5.24.99", browser: { name: "Chrome", version: "126" } };

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
    await postSession(url, { username, password, client: iphone });
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
    expect((await sessionsOf(id)).map((session) => session.cause)).toEqual(["taken_over", null]);
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
    expect(await response.json()).toMatchObject({ type: "/problems/unauthenticated" });
  });
});

describe("the stream", () => {
  test("acknowledges a frame after it is stored", async () => {
    const { username, id } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    await app.connect();
    expect(await app.send({ type: "state", state: "not_ready", reason: "Lunch" })).toMatchObject({
      type: "ack",
    });
    expect(await db.seat.findUnique({ where: { userId: id } })).toMatchObject({
      state: "not_ready",
      reason: "Lunch",
    });
    expect(await app.send({ type: "alive" })).toMatchObject({ type: "ack" });
    app.close();
  });

  test("a sync is answered with the server's own view", async () => {
    const { username } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    await app.connect();
    expect(await app.send({ type: "sync", state: "ready" })).toMatchObject({
      type: "ack",
      current: { state: "ready", user: { username }, notices: [], logging: null },
    });
    app.close();
  });

  test.each([
    [{ type: "dance" }, "/problems/unknown-type"],
    [{ type: "state", state: "asleep" }, "/problems/invalid-request"],
    [{ type: "state", state: "not_ready", reason: "x".repeat(65) }, "/problems/invalid-request"],
  ])("%j is refused", async (frame, type) => {
    const { username } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    await app.connect();
    expect(await app.send(frame)).toMatchObject({ type: "refused", problem: { type } });
    app.close();
  });

  test("the losing app is told within a second, with the reason", async () => {
    const { username } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    await app.connect();
    const from = performance.now();
    await openApp(url, { username, password, client: chrome });
    expect(await app.ended).toMatchObject({
      type: "session.ended",
      cause: "taken_over",
      message: "You signed in on Agent Desktop v5.24.99, Chrome 126. This app was signed out.",
    });
    expect(await app.closed).toBe(4001);
    expect(performance.now() - from).toBeLessThan(1000);
  });

  test("an app ended by an administrator is told by whom and why", async () => {
    const { username } = await person();
    const admin = await person({ name: "Ana Petrova", roles: ["administrator"] });
    const app = await openApp(url, { username, password, client: iphone });
    await app.connect();
    await endUserSession(
      { kind: "person", id: admin.id, roles: ["administrator"], scope: "all" },
      { username, reason: "Shift is over" },
    );
    expect(await app.ended).toMatchObject({
      cause: "ended_by_administrator",
      by: "Ana Petrova",
      message: "Ana Petrova ended your session: Shift is over",
    });
  });

  test("a second socket with the same token replaces the first", async () => {
    const { username } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    await app.connect();
    const again = app.sameToken();
    await again.connect();
    expect(await app.closed).toBe(4002);
    expect(await again.send({ type: "alive" })).toMatchObject({ type: "ack" });
    again.close();
  });

  test("a token that is none is closed with 4003, one of an ended session with 4001", async () => {
    const { username } = await person();
    const app = await openApp(url, { username, password, client: iphone });
    const stranger = app.withToken("rc_wrong");
    await stranger.connect();
    expect(await stranger.closed).toBe(4003);
    await app.signOut();
    await app.connect();
    expect(await app.ended).toMatchObject({ cause: "signed_out" });
    expect(await app.closed).toBe(4001);
  });

  test("a dropped socket is no logout; a desktop silent beyond its lease is lost", async () => {
    await changeSettings(bootstrapToken, { desktopLeaseSeconds: 2 });
    const { username, id } = await person();
    const app = await openApp(url, { username, password, client: chrome });
    await app.connect();
    await app.send({ type: "state", state: "ready" });
    app.close();
    await expect
      .poll(async () => (await sessionsOf(id))[0]?.cause, { timeout: 8000, interval: 100 })
      .toBe("connection_lost");
    const [session] = await sessionsOf(id);
    expect(session).toMatchObject({ certainty: "last_seen", endedByKind: "rule" });
    const waitedMs = (session?.endedAt?.getTime() ?? 0) - (session?.logoutAt?.getTime() ?? 0);
    expect(waitedMs).toBeGreaterThanOrEqual(2000);
  });

  test("pongs keep a desktop signed in beyond its lease", async () => {
    await changeSettings(bootstrapToken, { desktopLeaseSeconds: 2 });
    const { username, id } = await person();
    const app = await openApp(url, { username, password, client: chrome });
    await app.connect();
    const lastSeen = async () =>
      (await db.signOfLife.findUniqueOrThrow({ where: { userId: id } })).lastSeenAt.getTime();
    const from = await lastSeen();
    await expect.poll(lastSeen, { timeout: 8000, interval: 100 }).toBeGreaterThan(from + 3000);
    expect((await sessionsOf(id))[0]?.logoutAt).toBeNull();
    app.close();
  });
});

test("health says that the database answers", async () => {
  const response = await fetch(`${url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok", database: "ok" });
});
