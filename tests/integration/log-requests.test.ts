import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { cancelLogRequest } from "@/lib/logs/commands";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { iphone, openApp } from "./app";
import { asked, packed, put } from "./logs";
import { password, person } from "./people";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let other: Awaited<ReturnType<typeof startGateway>>;
let url: string;
let user: User;
let app: App;

beforeAll(async () => {
  // Two side by side are the normal case.
  gateway = await startGateway(0);
  other = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => Promise.all([gateway.stop(), other.stop()]));
beforeEach(async () => {
  await changeSettings(bootstrapToken, { logConsent: "either", logPatterns: "KD-######" });
  user = await person();
  app = await openApp(url, { username: user.username, password, client: iphone });
});
type App = Awaited<ReturnType<typeof openApp>>;

const request = (id: string) => db.logRequest.findUniqueOrThrow({ where: { id } });
const tell = (requestId: string, told: object) => app.send({ type: "log", requestId, ...told });

describe("an app is told of a request", () => {
  const started = () => app.heard.filter(({ type }) => type.startsWith("log."));

  test("at once where it is connected, and of its end", async () => {
    await app.connect();
    await app.send({ type: "sync" });
    const { id, until } = await asked(user.username, { consent: "tell" });
    await expect.poll(started, { timeout: 5000 }).toEqual([
      {
        type: "log.start",
        requestId: id,
        level: "debug",
        until: until.toISOString(),
        maxBytes: 2 ** 20,
        reason: "Calls drop",
        consent: "tell",
        accepted: false,
        message: "This app sends its log for a while. It helps with: Calls drop",
        patterns: ["KD-######"],
        bytes: 0,
        nextPiece: 0,
      },
    ]);
    await cancelLogRequest(bootstrapToken, { id });
    await expect.poll(() => started().at(-1), { timeout: 5000 }).toEqual({ type: "log.stop", requestId: id });
    app.close();
  });

  test("when it comes, at whatever gateway", async () => {
    const { id } = await asked(user.username);
    expect((await app.current()).body.logging).toMatchObject({
      requestId: id,
      consent: "ask",
      accepted: false,
    });
    await app.connect();
    expect(await app.send({ type: "sync" })).toMatchObject({ current: { logging: { requestId: id } } });
    const at = `http://localhost:${other.port}`;
    const next = await openApp(at, { username: user.username, password, client: iphone });
    expect((await next.current()).body.logging).toMatchObject({ requestId: id });
  });
});

test("what an app tells is stored with its time, and shown to it after a restart", async () => {
  const { id } = await asked(user.username);
  await app.connect();
  for (const status of ["received", "accepted", "collecting", "received"])
    expect(await tell(id, { status })).toMatchObject({ type: "ack" });
  const stored = await request(id);
  expect(stored.status).toBe("collecting");
  expect(stored.deliveredAt).not.toBeNull();
  expect(await put(id, packed("one"), { to: url, token: app.token })).toBeNull();
  expect((await app.current()).body.logging).toMatchObject({ accepted: true, bytes: 3, nextPiece: 1 });
  app.close();
});

test("an agent may decline", async () => {
  const { id } = await asked(user.username);
  await app.connect();
  expect(await tell(id, { status: "declined" })).toMatchObject({ type: "ack" });
  expect(await request(id)).toMatchObject({ status: "declined" });
  expect(await put(id, packed("one"), { to: url, token: app.token })).toBe("log-request-over");
  app.close();
});
