import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { forceState } from "@/lib/seats/commands";
import { changeSettings } from "@/lib/settings/commands";
import { agentDesktop, type Centre, connection, mobile, next, openCentre, sharedStore } from "./client-app";
import { password, person, sessionsOf } from "./people";

let centre: Centre;

beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.reset());
afterAll(() => centre.stop());

const seatOf = (userId: string) => db.seat.findUniqueOrThrow({ where: { userId } });
const call = { interactionId: "call-1", channel: "voice", direction: "inbound" } as const;

async function working(given: Parameters<Centre["app"]>[0] = {}) {
  const { username, id } = await person();
  const app = centre.app(given);
  const online = connection(app, "online");
  await app.signIn({ username, password });
  await online;
  return { app, username, id };
}

describe("a line that breaks", () => {
  test("is no logout: the app comes back and tells what happened meanwhile, with its age", async () => {
    const { app, id } = await working();
    await app.setState("busy");
    await app.interaction({ ...call, phase: "started" });
    const lost = connection(app, "reconnecting");
    centre.line.cut();
    await lost;

    const told = Promise.all([
      app.interaction({ interactionId: "call-1", phase: "ended" }),
      app.setState("after_call_work"),
    ]);
    expect(app.session).toMatchObject({ state: "busy", interactions: [] });
    const at = app.serverNowMs();
    // Below a second it was only on its way.
    await expect.poll(() => app.serverNowMs(), { timeout: 5000 }).toBeGreaterThan(at + 1000);
    const online = connection(app, "online");
    centre.line.restore();
    await told;
    await online;

    const seat = await seatOf(id);
    expect(seat).toMatchObject({ state: "after_call_work", openInteractions: 0 });
    const stateSince = seat.stateSince?.getTime() ?? 0;
    expect(Math.abs(stateSince - at)).toBeLessThan(250);
    expect(Math.abs(stateSince - Date.parse(app.session?.stateSince ?? ""))).toBeLessThan(250);
    expect(await sessionsOf(id)).toMatchObject([{ logoutAt: null }]);
    const intervals = await db.stateInterval.findMany({ where: { sessionId: seat.sessionId ?? "" } });
    expect(intervals.filter(({ late }) => late)).toMatchObject([{ state: "after_call_work" }]);
  });

  test("what was sent and not acknowledged is stored once", async () => {
    const { app, id } = await working();
    centre.line.deafen();
    const told = app.interaction({ ...call, phase: "started" });
    await expect.poll(async () => (await seatOf(id)).openInteractions).toBe(1);
    centre.line.cut();
    centre.line.restore();
    await told;
    await app.interaction({ interactionId: "call-1", phase: "ended" });
    expect(await db.interaction.findMany({ where: { userId: id } })).toHaveLength(1);
    expect((await seatOf(id)).openInteractions).toBe(0);
  });

  test("a state that was forced meanwhile is told, and stands against an older one of the app", async () => {
    const { app, username } = await working();
    const lost = connection(app, "reconnecting");
    centre.line.cut();
    await lost;
    const own = app.setState("ready");
    const at = app.serverNowMs();
    await expect.poll(() => app.serverNowMs()).toBeGreaterThan(at + 300);
    await forceState(bootstrapToken, {
      username,
      state: "not_ready",
      reason: "Meeting",
      evenOnInteraction: false,
    });
    const forced = next(app, "forced");
    centre.line.restore();
    expect(await forced).toMatchObject({ state: "not_ready", reason: "Meeting" });
    await own;
    expect(app.session).toMatchObject({
      state: "not_ready",
      reason: "Meeting",
      forced: { reason: "Meeting" },
    });
  });

  test("a gateway that restarts is come back to", async () => {
    const { app, id } = await working();
    const [away, back] = [connection(app, "reconnecting"), connection(app, "online")];
    await centre.restartGateway();
    await away;
    await back;
    await app.setState("ready");
    expect(await sessionsOf(id)).toMatchObject([{ logoutAt: null }]);
  });

  test("a line that went dead without a word is noticed once somebody says something", async () => {
    const { app } = await working();
    centre.line.stall();
    const noticed = connection(app, "reconnecting");
    const told = app.setState("ready");
    await noticed;
    centre.line.restore();
    await told;
  });
});

test("a sign-in without an answer, tried again, is the session that it made", async () => {
  const { username, id } = await person();
  const app = centre.app({ client: agentDesktop });
  centre.line.deafen();
  const first = app.signIn({ username, password });
  await expect.poll(() => sessionsOf(id)).toHaveLength(1);
  centre.line.cut();
  await expect(first).rejects.toMatchObject({ code: "unreachable" });
  centre.line.restore();
  const [made] = await sessionsOf(id);
  expect(await app.signIn({ username, password })).toMatchObject({ sessionId: made?.id });
  await expect(centre.app().signIn({ username, password })).rejects.toMatchObject({ code: "seat-taken" });
});

describe("a session that was lost", () => {
  beforeEach(() => changeSettings(bootstrapToken, { desktopLeaseSeconds: 2, interactionLeaseSeconds: 2 }));

  const lost = (userId: string) =>
    expect
      .poll(async () => (await sessionsOf(userId))[0]?.cause, { timeout: 15_000 })
      .toBe("connection_lost");

  test("goes on in a new one by itself, with its state and its interactions", async () => {
    const { app, id } = await working({ client: agentDesktop });
    await app.setState("busy");
    await app.interaction({ ...call, phase: "started" });
    const before = app.session?.sessionId;
    centre.line.cut();
    await lost(id);

    const resumed = next(app, "resumed");
    const waiting = app.interaction({ ...call, interactionId: "call-2", phase: "offered" });
    centre.line.restore();
    const { session, lostAt } = await resumed;
    expect(session.sessionId).not.toBe(before);
    const [old, current] = await sessionsOf(id);
    expect(lostAt).toBe(old?.logoutAt?.toISOString());
    expect(current).toMatchObject({ id: session.sessionId, logoutAt: null });
    await waiting;
    expect(app.session).toMatchObject({
      state: "busy",
      interactions: [
        { interactionId: "call-1", phase: "started" },
        { interactionId: "call-2", phase: "offered" },
      ],
    });
    expect(await seatOf(id)).toMatchObject({ state: "busy", openInteractions: 1 });
  });

  test("goes on after a restart of the app", async () => {
    const storage = sharedStore();
    const { app, id } = await working({ client: agentDesktop, storage });
    app.close();
    await lost(id);
    const restarted = centre.app({ client: agentDesktop, storage });
    const resumed = next(restarted, "resumed");
    expect(await restarted.resume()).toMatchObject({ state: "not_ready" });
    await resumed;
    expect(await sessionsOf(id)).toHaveLength(2);
  });

  test("is resumed once, also where the answer went missing", async () => {
    const storage = sharedStore();
    const { app, id } = await working({ client: agentDesktop, storage });
    app.close();
    await lost(id);
    let calls = 0;
    const deaf = centre.app({
      client: agentDesktop,
      storage,
      // The look at the session is answered; the answer to the resumption is not.
      fetch: (url, init) => {
        if (++calls === 2) centre.line.deafen();
        return fetch(url, init);
      },
    });
    const first = deaf.resume();
    await expect.poll(() => sessionsOf(id)).toHaveLength(2);
    centre.line.cut();
    await expect(first).rejects.toMatchObject({ code: "unreachable" });
    centre.line.restore();
    const again = centre.app({ client: agentDesktop, storage });
    expect(await again.resume()).not.toBeNull();
    expect(await sessionsOf(id)).toHaveLength(2);
  });

  test("is over if the seat was taken meanwhile, unless the person says otherwise", async () => {
    const storage = sharedStore();
    const { app, username, id } = await working({ client: agentDesktop, storage });
    centre.line.cut();
    await lost(id);
    const kept = await storage.read();
    centre.line.restore();
    app.close();
    const other = centre.app({ client: mobile });
    await other.signIn({ username, password });

    const declined = centre.app({ client: agentDesktop, storage });
    const ended = next(declined, "ended");
    expect(await declined.resume()).toBeNull();
    expect(await ended).toMatchObject({ cause: "connection_lost" });

    await storage.write(kept);
    const insisting = centre.app({ client: agentDesktop, storage });
    const otherEnded = next(other, "ended");
    expect(await insisting.resume({ onSeatTaken: () => true })).toMatchObject({ user: { username } });
    expect(await otherEnded).toMatchObject({ cause: "taken_over" });
  });
});
