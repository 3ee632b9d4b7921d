import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { endUserSession } from "@/lib/sessions/commands";
import { changeSettings } from "@/lib/settings/commands";
import { chrome, iphone, openApp } from "./app";
import { password, person, sessionsOf } from "./people";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => gateway.stop());

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
    await openApp(url, { username, password, client: chrome });
    // From the take-over on: checking passwords before it takes a busy machine a while.
    const from = performance.now();
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

test("a gateway that stops tells every app to come back, and waits for none that does not answer", async () => {
  const other = await startGateway(0);
  const { username } = await person();
  const app = await openApp(`http://localhost:${other.port}`, { username, password, client: iphone });
  await app.connect();
  await app.send({ type: "alive" });
  const from = performance.now();
  await other.stop();
  expect(performance.now() - from).toBeLessThan(6000);
  expect(await app.closed).toBe(1012);
});
