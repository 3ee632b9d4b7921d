import { randomUUID } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { RollcallOptions } from "@/client/rollcall";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { cancelLogRequest } from "@/lib/logs/commands";
import { mostPieces } from "@/lib/logs/schema";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { type Centre, connection, openCentre, sharedStore } from "./client-app";
import { asked, keptLines } from "./logs";
import { password, person } from "./people";

let centre: Centre;
let user: User;

beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.stop());
afterEach(() => centre.reset());
beforeEach(async () => {
  await changeSettings(bootstrapToken, { logConsent: "either", logPatterns: null });
  user = await person();
});

async function signedIn(given: Partial<RollcallOptions> = {}) {
  const app = centre.app(given);
  const online = connection(app, "online");
  await app.signIn({ username: user.username, password });
  await online;
  return app;
}
type App = Awaited<ReturnType<typeof signedIn>>;

const patience = { timeout: 15_000, interval: 50 };
const shows = (app: App, phase: string | undefined) =>
  expect.poll(() => app.logging?.phase, patience).toBe(phase);
const request = (id: string) => db.logRequest.findUniqueOrThrow({ where: { id } });
const reaches = (id: string, status: string) =>
  expect.poll(async () => (await request(id)).status, patience).toBe(status);

const messages = async (id: string) => (await keptLines(id)).map(({ message }) => message);
const hasArrived = (id: string, wanted: string[]) =>
  expect.poll(() => messages(id), patience).toEqual(wanted);

/** A request that the agent has agreed to. */
async function agreed(app: App, given: Record<string, unknown> = {}) {
  const made = await asked(user.username, given);
  await shows(app, "asked");
  app.answerLogging(true);
  await shows(app, "on");
  return made;
}

test("the agent is asked, then lines arrive while they are written, without what must not be in them", async () => {
  const bodies: string[] = [];
  const app = await signedIn({
    logging: { keep: 2 },
    fetch: (url, init) => {
      if (init.body instanceof Uint8Array) bodies.push(String(gunzipSync(init.body)));
      return fetch(url, init);
    },
  });
  for (const text of ["a", "b", "c"]) app.log.info(text);
  const { id } = await asked(user.username);
  await shows(app, "asked");
  await reaches(id, "delivered");
  expect(app.logging).toMatchObject({ message: "May this app send its log? It helps with: Calls drop" });
  app.log.info("d");
  app.answerLogging(true);
  await shows(app, "on");
  app.log.debug(() => "call of +49 30 901820", { card: "4111 1111 1111 1111" });
  await hasArrived(id, ["c", "d", "call of [phone]"]);
  expect(bodies.join()).toContain("[card]");
  expect(bodies.join()).not.toMatch(/901820|4111/);
  expect(await request(id)).toMatchObject({ status: "uploading" });
});

test("who declines is left alone", async () => {
  const app = await signedIn();
  const { id } = await asked(user.username);
  await shows(app, "asked");
  app.answerLogging(false);
  expect(app.logging).toBeUndefined();
  await reaches(id, "declined");
  app.log.error("x");
  app.refresh();
  await app.setState("ready");
  expect(app.logging).toBeUndefined();
});

test("who is only told is not asked; when it is taken back the app is silent", async () => {
  const app = await signedIn();
  const { id } = await asked(user.username, { consent: "tell" });
  await shows(app, "on");
  app.log.warn("x");
  await hasArrived(id, ["x"]);
  await cancelLogRequest(bootstrapToken, { id });
  await shows(app, undefined);
  await asked(user.username, { consent: "tell" });
  await shows(app, "on");
});

test("it ends by itself at its size, whole", async () => {
  const app = await signedIn();
  const { id } = await agreed(app, { maxBytes: 2048 });
  for (let number = 0; number < 40; number++) app.log.info(`line ${number}`);
  await shows(app, undefined);
  await reaches(id, "complete");
  const { bytes, pieces } = await request(id);
  expect(bytes).toBeLessThanOrEqual(2048);
  expect(bytes).toBeGreaterThan(1900);
  expect(await db.logPiece.count({ where: { requestId: id } })).toBe(pieces);
});

test("it ends by itself at its time, whole", async () => {
  const app = await signedIn();
  const made = await asked(user.username);
  // As if it had been asked for half an hour ago, but for two seconds.
  const until = new Date(made.until.getTime() - 30 * 60_000 + 2000);
  await db.logRequest.update({ where: { id: made.id }, data: { until } });
  const online = connection(app, "online");
  centre.line.cut();
  centre.line.restore();
  await online;
  await shows(app, "asked");
  app.answerLogging(true);
  await reaches(made.id, "collecting");
  app.log.info("just in time");
  await shows(app, undefined);
  await reaches(made.id, "complete");
  expect(await messages(made.id)).toEqual(["just in time"]);
});

test("a break, and a gateway that goes away, lose no line and send none twice", async () => {
  const app = await signedIn();
  const { id } = await agreed(app);
  const wanted: string[] = [];
  const write = (text: string) => {
    wanted.push(text);
    app.log.info(text);
  };
  write("before");
  await hasArrived(id, wanted);
  centre.line.cut();
  for (let number = 0; number < 3000; number++) write(`meanwhile ${number}`);
  centre.line.restore();
  await expect.poll(async () => (await request(id)).pieces, patience).toBeGreaterThan(1);
  await centre.restartGateway();
  write("after");
  await hasArrived(id, wanted);
});

test("an app whose pieces are refused for good says so, and is silent; the next request finds it as before", async () => {
  let refuses = true;
  const app = await signedIn({
    fetch: async (url, init) =>
      refuses && init.method === "PUT"
        ? Response.json({ type: "/problems/too-large", status: 413 }, { status: 413 })
        : fetch(url, init),
  });
  const { id } = await agreed(app);
  app.log.info("one");
  await reaches(id, "partial");
  expect(await request(id)).toMatchObject({ failure: "too-large", lines: 0 });
  expect(app.logging).toBeUndefined();
  refuses = false;
  const next = await agreed(app);
  app.log.info("two");
  await hasArrived(next.id, ["two"]);
});

test("it ends by itself, whole, when the numbers of pieces are used up", async () => {
  const { id } = await asked(user.username);
  // As if an app of this person had sent all but one.
  const empty = { content: gzipSync(""), digest: new Uint8Array(), bytes: 0, lines: 0 };
  const sent = { requestId: id, sessionId: randomUUID(), number: mostPieces - 2, receivedAt: new Date() };
  await db.logPiece.create({ data: { ...sent, ...empty } });
  await db.logRequest.update({ where: { id }, data: { pieces: mostPieces - 1 } });
  const app = await signedIn();
  await shows(app, "asked");
  app.answerLogging(true);
  await shows(app, "on");
  const text = "x".repeat(10_000);
  for (let number = 0; number < 20; number++) app.log.info(text);
  await reaches(id, "complete");
  await shows(app, undefined);
  expect((await messages(id)).length).toBeGreaterThan(5);
});

test("an app that is restarted goes on without asking again", async () => {
  const storage = sharedStore();
  const first = await signedIn({ storage });
  const { id } = await agreed(first);
  first.log.info("one");
  await hasArrived(id, ["one"]);
  first.close();
  const second = centre.app({ storage });
  await second.resume();
  await shows(second, "on");
  second.log.info("two");
  await hasArrived(id, ["one", "two"]);
});
