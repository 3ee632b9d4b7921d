import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { forceState } from "@/lib/seats/commands";
import { endUserSession, forceLogout } from "@/lib/sessions/commands";
import { changeTeam } from "@/lib/teams/commands";
import { chrome, iphone, openApp, type Problem, postSession } from "./app";
import { password, person, sessionsOf } from "./people";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let other: Awaited<ReturnType<typeof startGateway>>;
let url: string;
let otherUrl: string;

beforeAll(async () => {
  process.env.TRUSTED_PROXIES = "127.0.0.0/8,::1";
  process.env.GATEWAY_ORIGINS = "capacitor://localhost,https://agents.example";
  // Two side by side are the normal case.
  gateway = await startGateway(0);
  other = await startGateway(0);
  url = `http://127.0.0.1:${gateway.port}`;
  otherUrl = `http://127.0.0.1:${other.port}`;
});
afterAll(() => Promise.all([gateway.stop(), other.stop()]));

/** A person whose app is connected. */
async function atWork(client: object = iphone, at = url) {
  const user = await person();
  const app = await openApp(at, { username: user.username, password, client });
  await app.connect();
  return { user, app };
}
const call = { interactionId: "call 1", channel: "voice", direction: "inbound", service: "Sales" };
const supervisor = async (teamId: string, name = "Ana Petrova") => {
  const { id } = await person({ name, roles: ["supervisor"] });
  return { kind: "person" as const, id, roles: ["supervisor" as const], scope: [teamId] };
};

describe("a forced state", () => {
  test("is told at once, by whom, through whichever gateway the app is at", async () => {
    const { user, app } = await atWork(iphone, otherUrl);
    const from = performance.now();
    await forceState(await supervisor(user.teamId), {
      username: user.username,
      state: "not_ready",
      reason: "Meeting",
      evenOnInteraction: false,
    });
    expect(await app.forced).toMatchObject({ state: "not_ready", reason: "Meeting", by: "Ana Petrova" });
    expect(performance.now() - from).toBeLessThan(1000);
    // A sync does not undo it; the agent's own next state does.
    expect(await app.send({ type: "sync", state: "ready" })).toMatchObject({
      current: { state: "not_ready", forced: { by: "Ana Petrova", reason: "Meeting" } },
    });
    await app.send({ type: "state", state: "ready" });
    expect(await app.send({ type: "sync" })).toMatchObject({ current: { state: "ready", forced: null } });
    app.close();
  });

  test("on an interaction needs to be said a second time; another team's supervisor is refused", async () => {
    const { user, app } = await atWork();
    await app.send({ type: "interaction", phase: "started", ...call });
    const order = { username: user.username, state: "not_ready" as const, reason: null };
    const actor = await supervisor(user.teamId);
    expect(await forceState(actor, { ...order, evenOnInteraction: false })).toMatchObject({
      code: "on-interaction",
    });
    const out = { username: user.username, reason: "Shift is over" };
    expect(await forceLogout(actor, { ...out, evenOnInteraction: false })).toMatchObject({
      code: "on-interaction",
    });
    const stranger = await supervisor(crypto.randomUUID());
    expect(await forceState(stranger, { ...order, evenOnInteraction: true })).toMatchObject({
      code: "not-found",
    });
    expect(await forceLogout(stranger, { ...out, evenOnInteraction: true })).toMatchObject({
      code: "not-found",
    });
    expect(await forceLogout(actor, { ...out, evenOnInteraction: true })).toMatchObject({ ok: true });
    expect(await app.ended).toMatchObject({
      cause: "forced_by_supervisor",
      by: "Ana Petrova",
      message: "Ana Petrova signed you out: Shift is over",
    });
    expect(await db.auditEntry.count({ where: { verb: "agent.force-logout" } })).toBe(1);
  });
});

describe("interactions", () => {
  test("are kept with their times, and make a seat one on an interaction", async () => {
    const { user, app } = await atWork(chrome);
    for (const phase of ["offered", "started", "held", "resumed"])
      expect(await app.send({ type: "interaction", phase, ...call })).toMatchObject({ type: "ack" });
    expect(await app.send({ type: "sync" })).toMatchObject({
      current: { interactions: [{ ...call, phase: "started", startedAt: expect.any(String) }] },
    });
    const asked = await postSession<Problem>(url, { username: user.username, password, client: iphone });
    expect(asked.body.seat).toMatchObject({ onInteraction: true });
    await app.send({ type: "sync", interactions: [] });
    expect(await db.interaction.findMany({ where: { userId: user.id } })).toMatchObject([
      { externalId: "call 1", endedAt: expect.any(Date), heldSince: null },
    ]);
    expect(await db.seat.findUnique({ where: { userId: user.id } })).toMatchObject({ openInteractions: 0 });
    app.close();
  });
});

describe("who calls", () => {
  const from = (origin: string) => fetch(`${url}/v1/sessions`, { method: "OPTIONS", headers: { origin } });

  test("pages of the origins that are set may, others may not", async () => {
    for (const origin of ["capacitor://localhost", "https://agents.example"]) {
      const answer = await from(origin);
      expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
      expect(answer.headers.get("access-control-allow-headers")).toContain("idempotency-key");
    }
    expect((await from("https://agents.example.evil")).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("behind a trusted proxy the address is the one that it saw, not one that was sent through it", async () => {
    const { username, id } = await person();
    const forged = { "x-forwarded-for": "203.0.113.66, 198.51.100.7" };
    await postSession(url, { username, password, client: iphone }, forged);
    expect((await sessionsOf(id))[0]?.ip).toBe("198.51.100.7");
  });
});

describe("signing in", () => {
  test("with the same Idempotency-Key gives the session that it made; the old token is out", async () => {
    const { username } = await person();
    const post = () =>
      postSession<{ token: string; sessionId: string }>(
        url,
        { username, password, client: iphone },
        { "idempotency-key": "k-1" },
      );
    const first = await post();
    const socket = await openApp(url, { username, password, client: iphone }).catch(() => undefined);
    expect(socket).toBeDefined();
    const key = { "idempotency-key": "k-2" };
    const a = await postSession<{ token: string; sessionId: string; takeOver: string }>(
      url,
      { username, password, client: chrome },
      key,
    );
    expect([first.status, a.status]).toEqual([201, 409]);
    const taken = { username, password, client: chrome, takeOver: a.body.takeOver };
    const b = await postSession<{ token: string; sessionId: string }>(otherUrl, taken, key);
    const c = await postSession<{ token: string; sessionId: string }>(url, taken, key);
    expect([b.status, c.status]).toEqual([201, 201]);
    expect(c.body.sessionId).toBe(b.body.sessionId);
    expect(c.body.token).not.toBe(b.body.token);
    const old = await fetch(`${url}/v1/sessions/current`, {
      headers: { authorization: `Bearer ${b.body.token}` },
    });
    expect(old.status).toBe(401);
    expect((await postSession(url, taken, { "idempotency-key": "ü" })).status).toBe(422);
  });

  test("from an app that the team may not use is refused", async () => {
    const user = await person({ team: "Phones only" });
    await changeTeam(bootstrapToken, { id: user.teamId, allowedApps: ["mobile"] });
    const answer = await postSession<Problem>(url, { username: user.username, password, client: chrome });
    expect([answer.status, answer.body.type]).toEqual([403, "/problems/app-not-allowed"]);
  });

  test("too often with a wrong password says when to try again", async () => {
    const { username } = await person();
    for (let count = 0; count < 10; count++)
      await postSession(url, { username, password: "wrong", client: iphone });
    const response = await fetch(`${url}/v1/sessions`, {
      method: "POST",
      body: JSON.stringify({ username, password, client: iphone }),
    });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(800);
  });

  test("a hundred take-overs at once, at two gateways, have one winner each time", async () => {
    const user = await person();
    await postSession(url, { username: user.username, password, client: iphone });
    const asked = await postSession<Problem>(url, { username: user.username, password, client: chrome });
    const { takeOver } = asked.body;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        postSession(index % 2 ? url : otherUrl, {
          username: user.username,
          password,
          client: chrome,
          takeOver,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect(await sessionsOf(user.id)).toHaveLength(2);
  });
});

test("an app without a socket tells late what it did, in one call", async () => {
  const user = await person();
  const { body } = await postSession<{ token: string }>(url, {
    username: user.username,
    password,
    client: iphone,
  });
  const events = [
    { id: "1", type: "state", state: "ready", ageMs: 0 },
    { id: "2", type: "interaction", phase: "started", ...call },
    { id: "3", type: "alive" },
    { id: "4", type: "sync" },
  ];
  const response = await fetch(`${url}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${body.token}` },
    body: JSON.stringify({ events }),
  });
  expect(await response.json()).toMatchObject({
    acks: [
      { id: "1" },
      { id: "2" },
      { id: "3" },
      { id: "4", current: { state: "ready", interactions: [{}] } },
    ],
  });
  await endUserSession(bootstrapToken, { username: user.username, reason: "x" });
});
