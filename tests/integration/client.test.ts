import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { forceState } from "@/lib/seats/commands";
import { endUserSession } from "@/lib/sessions/commands";
import { changeSettings } from "@/lib/settings/commands";
import { agentDesktop, type Centre, connection, next, openCentre, sharedStore } from "./client-app";
import { password, person, sessionsOf } from "./people";

let centre: Centre;

beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.reset());
afterAll(() => centre.stop());

const seatOf = (userId: string) => db.seat.findUniqueOrThrow({ where: { userId } });
const interactionsOf = (userId: string) =>
  db.interaction.findMany({ where: { userId }, orderBy: { externalId: "asc" } });

/** Signed in, connected and synchronised. */
async function working(given: Parameters<Centre["app"]>[0] = {}) {
  const { username, id } = await person();
  const app = centre.app(given);
  const online = connection(app, "online");
  await app.signIn({ username, password });
  await online;
  return { app, username, id };
}

describe("signing in", () => {
  test("tells who it is, and opens the stream", async () => {
    const { app, username, id } = await working();
    expect(app.session).toMatchObject({ user: { username, team: "Billing" }, state: "not_ready" });
    expect((await seatOf(id)).streamId).not.toBeNull();
    expect(Math.abs(app.serverNowMs() - Date.now())).toBeLessThan(5000);
    expect(await app.signInMethods()).toEqual(["password"]);
  });

  test("asks before it takes a seat over; the other app is told", async () => {
    const { app, username } = await working();
    const ended = next(app, "ended");
    const other = centre.app({ client: agentDesktop });
    const asked: string[] = [];
    await other.signIn(
      { username, password },
      {
        onSeatTaken(seat) {
          asked.push(`${seat.app} ${seat.version}, ${seat.device}`);
          return true;
        },
      },
    );
    expect(asked).toEqual(["Mobile 2.17.60, iPhone 8 Plus"]);
    expect(await ended).toMatchObject({ cause: "taken_over" });
    expect(app.session).toBeUndefined();
  });

  test("a refused take-over changes nothing and keeps nothing", async () => {
    const { username, id } = await working();
    const storage = sharedStore();
    const other = centre.app({ client: agentDesktop, storage });
    expect(await other.signIn({ username, password }, { onSeatTaken: () => false })).toBeNull();
    expect(await sessionsOf(id)).toMatchObject([{ logoutAt: null }]);
    expect(storage.read()).toBeNull();
  });

  test("without a question a taken seat is a problem, as is a wrong password", async () => {
    const { username } = await working();
    const other = centre.app();
    await expect(other.signIn({ username, password })).rejects.toMatchObject({ code: "seat-taken" });
    await expect(other.signIn({ username, password: "wrong" })).rejects.toMatchObject({
      code: "invalid-credentials",
      status: 401,
    });
  });

  test("after too many attempts says when to try again", async () => {
    await changeSettings(bootstrapToken, { failuresPerNameAndAddress: 3 });
    const { username } = await person();
    const app = centre.app();
    for (let n = 0; n < 3; n++) await app.signIn({ username, password: "wrong" }).catch(() => {});
    const problem = await app.signIn({ username, password }).catch((reason) => reason);
    expect(problem).toMatchObject({ code: "too-many-attempts", status: 429 });
    expect(problem.retryAfterSeconds).toBeGreaterThan(0);
  });

  test("a gateway that is not there is unreachable", async () => {
    const nobody = centre.app({ gateway: "http://127.0.0.1:1" });
    await expect(nobody.signIn({ username: "maria", password })).rejects.toMatchObject({
      code: "unreachable",
    });
  });
});

describe("at work", () => {
  test("a state counts when it is stored", async () => {
    const { app, id } = await working();
    const told = next(app, "state");
    const stored = app.setState("not_ready", "Lunch");
    expect(app.session?.reason).toBeNull();
    await told;
    await stored;
    expect(app.session).toMatchObject({ state: "not_ready", reason: "Lunch" });
    expect(await seatOf(id)).toMatchObject({ state: "not_ready", reason: "Lunch" });
  });

  test("a refused state is a problem and changes nothing", async () => {
    const { app } = await working();
    await expect(app.setState("not_ready", "x".repeat(65))).rejects.toMatchObject({
      code: "invalid-request",
    });
    expect(app.session?.reason).toBeNull();
  });

  test("an interaction goes through its phases", async () => {
    const { app, id } = await working();
    const call = {
      interactionId: "call-1",
      channel: "voice",
      direction: "inbound",
      service: "Invoices",
    } as const;
    const told = app.interaction({ ...call, phase: "offered" });
    expect(app.session?.interactions).toMatchObject([{ ...call, phase: "offered" }]);
    await told;
    await app.interaction({ interactionId: "call-1", phase: "started" });
    expect((await seatOf(id)).openInteractions).toBe(1);
    await app.interaction({ interactionId: "call-1", phase: "held" });
    await app.interaction({ interactionId: "call-1", phase: "resumed" });
    await app.interaction({ interactionId: "call-1", phase: "ended" });
    expect(app.session?.interactions).toEqual([]);
    const [stored] = await interactionsOf(id);
    expect(stored).toMatchObject({ channel: "voice", service: "Invoices", missed: false });
    expect(stored?.endedAt).not.toBeNull();
    await expect(app.interaction({ interactionId: "call-2", phase: "ended" })).rejects.toMatchObject({
      code: "unknown-interaction",
    });
  });

  test("a forced state is told with who did it, until the next of its own", async () => {
    const { app, username } = await working();
    const forced = next(app, "forced");
    const by = await person({ name: "Ana Petrova", roles: ["administrator"] });
    await forceState(
      { kind: "person", id: by.id, roles: ["administrator"], scope: "all" },
      { username, state: "not_ready", reason: "Meeting", evenOnInteraction: false },
    );
    expect(await forced).toMatchObject({ state: "not_ready", reason: "Meeting", by: "Ana Petrova" });
    expect(app.session).toMatchObject({ reason: "Meeting", forced: { by: "Ana Petrova" } });
    await app.setState("ready");
    expect(app.session).toMatchObject({ state: "ready", forced: null });
  });

  test("a sign-out is no news", async () => {
    const storage = sharedStore();
    const { app, id } = await working({ storage });
    let news = 0;
    app.on("ended", () => news++);
    await app.signOut();
    expect(await sessionsOf(id)).toMatchObject([{ cause: "signed_out" }]);
    expect(storage.read()).toBeNull();
    expect(app.session).toBeUndefined();
    await expect(app.setState("ready")).rejects.toMatchObject({ code: "not-signed-in" });
    expect(news).toBe(0);
  });

  test("an ended session says why and is forgotten", async () => {
    const storage = sharedStore();
    const { app, username } = await working({ storage });
    const ended = next(app, "ended");
    await endUserSession(bootstrapToken, { username, reason: "Shift is over" });
    expect(await ended).toMatchObject({
      cause: "ended_by_administrator",
      message: expect.stringContaining("Shift is over"),
    });
    await expect.poll(() => storage.read()).toBeNull();
  });
});

describe("another page or a restart", () => {
  test("continues the stored session with its state and its interactions", async () => {
    const storage = sharedStore();
    const { app } = await working({ storage });
    await app.setState("busy");
    await app.interaction({
      interactionId: "chat-1",
      phase: "started",
      channel: "chat",
      direction: "inbound",
    });
    app.close();

    const restarted = centre.app({ storage });
    const online = connection(restarted, "online");
    expect(await restarted.resume()).toMatchObject({
      state: "busy",
      interactions: [{ interactionId: "chat-1", phase: "started" }],
    });
    await online;
    await restarted.interaction({ interactionId: "chat-1", phase: "ended" });
    expect(restarted.session).toMatchObject({ state: "busy", interactions: [] });
  });

  test("replaces this one, which stays away until it is asked back", async () => {
    const storage = sharedStore();
    const { app } = await working({ storage });
    const replaced = next(app, "replaced");
    const other = centre.app({ storage });
    await other.resume();
    await replaced;
    await expect(app.setState("ready")).rejects.toMatchObject({ code: "not-signed-in" });

    const otherReplaced = next(other, "replaced");
    expect(await app.resume()).toMatchObject({ sessionId: app.session?.sessionId });
    await otherReplaced;
    await app.setState("ready");
  });

  test("one that signed in anew goes on alone; who still has the old token joins it", async () => {
    const storage = sharedStore();
    const client = { ...agentDesktop, installId: crypto.randomUUID() };
    const { app, username } = await working({ storage, client });
    const old = await storage.read();
    const away = Promise.race([next(app, "replaced"), next(app, "ended")]);
    const session = await centre.app({ storage, client }).signIn({ username, password });
    await away;

    let reads = 0;
    const read = () => (++reads === 1 ? old : storage.read());
    const late = centre.app({ storage: { ...storage, read }, client });
    expect(await late.resume()).toMatchObject({ sessionId: session?.sessionId });
  });

  test("says why the stored session ended meanwhile", async () => {
    const storage = sharedStore();
    const { app, username } = await working({ storage });
    app.close();
    await endUserSession(bootstrapToken, { username, reason: "Shift is over" });
    const restarted = centre.app({ storage });
    const ended = next(restarted, "ended");
    expect(await restarted.resume()).toBeNull();
    expect(await ended).toMatchObject({ cause: "ended_by_administrator" });
    expect(await restarted.resume()).toBeNull();
  });
});
