import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { frames, pushAddress } from "@/gateway/openapi/examples";
import { gatewayFrames } from "@/gateway/openapi/frames";
import { type ProblemCode, problemCodes } from "@/gateway/openapi/problems";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { cancelLogRequest } from "@/lib/logs/commands";
import { withdrawRelease } from "@/lib/releases/course";
import { forceState } from "@/lib/seats/commands";
import { mostInteractions } from "@/lib/seats/schema";
import { changeSettings } from "@/lib/settings/commands";
import { resetPassword } from "@/lib/users/passwords";
import { asker } from "./answers";
import { chrome, iphone } from "./app";
import { asked } from "./logs";
import { password, person } from "./people";
import { mandatory, published } from "./releases";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;
const ask = asker(() => url);

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => gateway.stop());

async function signedIn(body: object) {
  const { token } = await ask("POST", "/v1/sessions", { body, status: 201 });
  return z.string().parse(token);
}

test("signing in, and every call of one who is signed in", async () => {
  const { username } = await person();
  await ask("GET", "/v1/sign-in-options");
  await ask("GET", "/healthz");
  const token = await signedIn({ username, password, client: iphone });
  const { SyncFrame, StateFrame, InteractionFrame, AliveFrame } = frames;
  const started = { ...InteractionFrame, id: "10", phase: "started" };
  const events = [StateFrame, started, SyncFrame, AliveFrame];
  const { acks } = await ask("POST", "/v1/events", { token, body: { events } });
  expect(acks).toMatchObject(events.map(({ id }) => ({ type: "ack", id })));
  const { interactions } = await ask("GET", "/v1/sessions/current", { token });
  expect(interactions).toHaveLength(1);
  await ask("GET", "/v1/me/sessions", { token });
  await ask("PUT", "/v1/sessions/current/push", { token, body: pushAddress, status: 204 });
  const wrong = { provider: "pigeon", token: "1" };
  await ask("PUT", "/v1/sessions/current/push", {
    token,
    body: wrong,
    status: 422,
    problem: "invalid-request",
  });
  await ask("DELETE", "/v1/sessions/current", { token, status: 204 });
  const over = { status: 401, problem: "session-ended" } as const;
  await ask("GET", "/v1/sessions/current", { token, ...over });
  await ask("DELETE", "/v1/sessions/current", { token, ...over });
  await ask("GET", "/v1/me/sessions", { token, ...over });
  await ask("POST", "/v1/events", { token, body: { events }, ...over });
  await ask("POST", "/v1/sessions", { body: { resume: token, client: iphone }, ...over });
});

test("continuing an open session by its token", async () => {
  const { username } = await person();
  const resume = await signedIn({ username, password, client: chrome });
  const token = await signedIn({ resume, client: chrome });
  await ask("GET", "/v1/sessions/current", { token });
});

test("each refusal of a sign-in", async () => {
  const { username, id } = await person();
  const refused = (status: number, problem: ProblemCode, more: object = {}) =>
    ask("POST", "/v1/sessions", { body: { username, password, client: iphone, ...more }, status, problem });
  await refused(401, "invalid-credentials", { password: "wrong" });
  await refused(422, "invalid-request", { client: { app: "Mobile", version: "1" } });
  await refused(413, "too-large", { username: "x".repeat(65 * 1024) });
  await signedIn({ username, password, client: iphone });
  await refused(409, "seat-taken", { client: chrome });
  await db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  await refused(403, "account-disabled");
  const analyst = await person({ roles: ["analyst"] });
  await refused(403, "app-not-allowed", { username: analyst.username });
  const newcomer = await person();
  await resetPassword(bootstrapToken, { username: newcomer.username, password: "for one day only" });
  const given = { username: newcomer.username, password: "for one day only" };
  await refused(403, "password-change-required", given);
  await changeSettings(bootstrapToken, { failuresPerNameAndAddress: 3 });
  for (let times = 0; times < 3; times++) await refused(401, "invalid-credentials", { username: "nobody" });
  await refused(429, "too-many-attempts", { username: "nobody" });
});

test("each refusal of another call", async () => {
  await ask("GET", "/v1/sessions/current", { token: "rc_none", status: 401, problem: "unauthenticated" });
  await ask("GET", "/v1/stream", { status: 404, problem: "not-found" });
  await ask("GET", "/problems/{code}", { at: "/problems/nothing", status: 404, problem: "not-found" });
  const { username } = await person();
  const token = await signedIn({ username, password, client: iphone });
  const wrong = { token, status: 422, problem: "invalid-request" } as const;
  await ask("GET", "/v1/me/sessions", { at: "/v1/me/sessions?limit=0", ...wrong });
  await ask("POST", "/v1/events", { body: { events: [] }, ...wrong });
  const piece = "/v1/log-requests/{id}/pieces/{n}";
  await ask("PUT", piece, { at: "/v1/log-requests/x/pieces/0", body: {}, ...wrong });
});

test("each refusal of a frame", async () => {
  const { username } = await person();
  const token = await signedIn({ username, password, client: iphone });
  const calls = Array.from({ length: mostInteractions + 1 }, (_, number) => ({
    ...frames.InteractionFrame,
    id: `${number}`,
    interactionId: `${number}`,
    phase: "offered",
  }));
  await ask("POST", "/v1/events", { token, body: { events: calls.slice(0, mostInteractions) } });
  const events = [...calls.slice(mostInteractions), { id: "d", type: "dance" }, { id: "", type: "alive" }];
  const { acks } = await ask("POST", "/v1/events", { token, body: { events } });
  expect(acks).toMatchObject([
    { type: "refused", problem: { type: "/problems/too-many-interactions" } },
    { type: "refused", problem: { type: "/problems/unknown-type" } },
    { type: "refused", id: null, problem: { type: "/problems/invalid-request" } },
  ]);
});

test("every frame that the gateway sends", async () => {
  const { username } = await person();
  const token = await signedIn({ username, password, client: iphone });
  const socket = new WebSocket(`${url.replace("http", "ws")}/v1/stream`, ["rollcall.v1", `bearer.${token}`]);
  const heard = new Map<string, unknown>();
  const until = (type: string) => expect.poll(() => heard.get(type), { timeout: 5000 }).toBeDefined();
  socket.on("message", (data) => {
    const frame = JSON.parse(String(data));
    heard.set(frame.type, frame);
  });
  await once(socket, "open");
  socket.send(JSON.stringify(frames.SyncFrame));
  await until("ack");
  socket.send(JSON.stringify({ id: "2", type: "dance" }));
  await until("refused");
  const force = { state: "not_ready", reason: "Meeting", evenOnInteraction: true } as const;
  await forceState(bootstrapToken, { username, ...force });
  await until("state.forced");
  expect((await ask("GET", "/v1/sessions/current", { token })).forced).not.toBeNull();
  const release = await published();
  await until("notice");
  expect((await ask("GET", "/v1/sessions/current", { token })).notices).toHaveLength(1);
  await withdrawRelease(bootstrapToken, { id: release.id });
  await until("notice.withdrawn");
  const { id } = await asked(username);
  await until("log.start");
  expect((await ask("GET", "/v1/sessions/current", { token })).logging).not.toBeNull();
  await cancelLogRequest(bootstrapToken, { id });
  await until("log.stop");
  // It is on a call.
  await mandatory({ graceMinutes: 0, signOut: { mode: "at_once" } });
  await until("drain");
  await ask("DELETE", "/v1/sessions/current", { token, status: 204 });
  await until("session.ended");
  for (const schema of Object.values(gatewayFrames)) schema.parse(heard.get(schema.shape.type.value));
});

test("the pages are whole, and load nothing", async () => {
  for (const path of ["/v1/docs", "/problems", ...problemCodes.map((code) => `/problems/${code}`)]) {
    const page = await fetch(`${url}${path}`);
    expect([path, page.status, page.headers.get("content-type")]).toEqual([
      path,
      200,
      "text/html; charset=UTF-8",
    ]);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/undefined|\[object|NaN|<script|<link|<img/);
  }
});
