import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createRollcall, type Rollcall, type RollcallEvents } from "@/client/rollcall";
import { memoryStore } from "@/client/store";
import { current, type PlayedGateway, playGateway, problem } from "./client-gateway";

const credentials = { username: "maria", password: "secret" };
const client = { app: "Mobile", version: "2.17.60", os: { name: "iOS", version: "14.8" } } as const;
const seat = {
  ...current,
  app: "Agent Desktop",
  version: "5.24.99",
  since: current.loginAt,
  onInteraction: false,
};
const taken = (takeOver: string) => problem(409, "seat-taken", { seat, takeOver });

let gateway: PlayedGateway;
let storage: ReturnType<typeof memoryStore>;
let rollcall: Rollcall;

beforeEach(async () => {
  gateway = await playGateway();
  storage = memoryStore();
  rollcall = createRollcall({ gateway: gateway.url, client, storage, WebSocket });
});
afterEach(async () => {
  rollcall.close();
  await gateway.stop();
});

const next = <K extends keyof RollcallEvents>(name: K) =>
  new Promise<RollcallEvents[K]>((resolve) => rollcall.on(name, resolve));

/** Signed in, connected and synchronised. */
async function working() {
  gateway.answer(gateway.signedIn);
  await rollcall.signIn(credentials);
  const online = next("connection");
  const sync = await gateway.frame();
  gateway.send({ type: "ack", id: sync.id, current });
  expect(await online).toBe("online");
}

test("signs in and opens the stream with the session's token", async () => {
  await working();
  expect(gateway.requests).toEqual([{ call: "POST /v1/sessions", body: { ...credentials, client } }]);
  expect(gateway.tokens).toEqual(["rc_1"]);
  expect(rollcall.session).toMatchObject({ user: { team: "Billing" }, state: "not_ready" });
});

test("asks before it takes a seat over, and again if somebody else was quicker", async () => {
  gateway.answer(taken("first"), taken("second"), gateway.signedIn);
  const asked: string[] = [];
  await rollcall.signIn(credentials, {
    onSeatTaken(place) {
      asked.push(place.version);
      return true;
    },
  });
  expect(asked).toHaveLength(2);
  expect(gateway.requests.map(({ body }) => body.takeOver)).toEqual([undefined, "first", "second"]);
});

test("a refused take-over sends nothing more and keeps nothing", async () => {
  gateway.answer(taken("permit"));
  expect(await rollcall.signIn(credentials, { onSeatTaken: () => false })).toBeNull();
  expect(gateway.requests).toHaveLength(1);
  expect(storage.read()).toBeNull();
});

test("without a question a taken seat is a problem, as is a wrong password", async () => {
  gateway.answer(taken("permit"), problem(401, "invalid-credentials"));
  await expect(rollcall.signIn(credentials)).rejects.toMatchObject({ code: "seat-taken" });
  await expect(rollcall.signIn(credentials)).rejects.toMatchObject({
    code: "invalid-credentials",
    status: 401,
  });
});

test("a gateway that is not there is unreachable", async () => {
  const nobody = createRollcall({ gateway: "http://127.0.0.1:1", client });
  await expect(nobody.signIn(credentials)).rejects.toMatchObject({ code: "unreachable" });
});

test("a state counts when it is acknowledged", async () => {
  await working();
  const told = next("state");
  const stored = rollcall.setState("not_ready", "Lunch");
  const frame = await gateway.frame();
  expect(frame).toMatchObject({ type: "state", state: "not_ready", reason: "Lunch" });
  expect(rollcall.session?.reason).toBeNull();

  gateway.send({ type: "ack", id: frame.id });
  await stored;
  expect(await told).toMatchObject({ state: "not_ready", reason: "Lunch" });
});

test("after a break it tells its last state first", async () => {
  await working();
  const stored = rollcall.setState("ready");
  gateway.send({ type: "ack", id: (await gateway.frame()).id });
  await stored;
  gateway.drop();
  expect(await gateway.frame()).toMatchObject({ type: "sync", state: "ready" });
});

test("what was not acknowledged goes out again under the same id, after a sync that claims nothing", async () => {
  await working();
  const stored = rollcall.setState("busy");
  const first = await gateway.frame();
  gateway.drop();

  const sync = await gateway.frame();
  expect(sync.type).toBe("sync");
  expect(sync.state).toBeUndefined();
  gateway.send({ type: "ack", id: sync.id, current });
  const again = await gateway.frame();
  expect(again).toMatchObject({ id: first.id, state: "busy" });
  gateway.send({ type: "ack", id: again.id });
  await stored;
  expect(rollcall.session?.state).toBe("busy");
});

test("a forced state is told, and is the one told after a break", async () => {
  await working();
  const told = next("state");
  gateway.send({ type: "state.forced", state: "not_ready", reason: "Meeting", by: "Ana Petrova" });
  expect(await told).toMatchObject({ state: "not_ready", reason: "Meeting" });
  gateway.drop();
  expect(await gateway.frame()).toMatchObject({ type: "sync", state: "not_ready", reason: "Meeting" });
});

test("an ended session says why and is forgotten", async () => {
  await working();
  const ended = next("ended");
  const waiting = rollcall.setState("ready");
  await gateway.frame();
  const why = {
    cause: "taken_over",
    message: "You signed in on Mobile.",
    by: "Maria Ortiz",
    at: current.loginAt,
  };
  gateway.send({ type: "session.ended", ...why });
  gateway.closeWith(4001);

  await expect(waiting).rejects.toMatchObject({ code: "not-signed-in" });
  expect(await ended).toEqual(why);
  expect(storage.read()).toBeNull();
});

test("a socket that closes for good without a word is asked after", async () => {
  await working();
  const ended = next("ended");
  gateway.answer(
    problem(401, "session-ended", { cause: "inactivity", message: "Long silence.", by: null, at: null }),
  );
  gateway.closeWith(4003);
  expect(await ended).toMatchObject({ cause: "inactivity", message: "Long silence." });
});

test("replaced by another page it stays away until it is asked back", async () => {
  await working();
  const replaced = next("replaced");
  gateway.closeWith(4002);
  await replaced;
  await expect(rollcall.setState("ready")).rejects.toMatchObject({ code: "not-signed-in" });

  gateway.answer({ status: 200, body: current });
  expect(await rollcall.resume()).toMatchObject({ sessionId: "s1" });
  expect(await gateway.frame()).toMatchObject({ type: "sync" });
  expect(gateway.tokens).toEqual(["rc_1", "rc_1"]);
});

test("a stored session continues, or says why it ended", async () => {
  await working();
  rollcall.close();
  const restarted = createRollcall({ gateway: gateway.url, client, storage, WebSocket });
  const why = {
    cause: "account_disabled",
    message: "Your account was disabled.",
    by: null,
    at: current.loginAt,
  };
  const ended = new Promise((resolve) => restarted.on("ended", resolve));
  gateway.answer(problem(401, "session-ended", why));
  expect(await restarted.resume()).toBeNull();
  expect(await ended).toEqual(why);
  expect(await restarted.resume()).toBeNull();
});

test("a sign-out is no news, even if the stream tells of it", async () => {
  await working();
  let news = 0;
  rollcall.on("ended", () => news++);
  const ended = {
    type: "session.ended",
    cause: "signed_out",
    message: "You signed out.",
    by: null,
    at: null,
  };
  gateway.answer({ status: 204, before: () => gateway.send(ended) });
  await rollcall.signOut();
  expect(gateway.requests.at(-1)?.call).toBe("DELETE /v1/sessions/current");
  expect(storage.read()).toBeNull();
  expect(news).toBe(0);
});
