import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Notice, Problem, readRequiredUpdate } from "@/client/rollcall";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { remindRelease, withdrawRelease } from "@/lib/releases/course";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { agentDesktop, type Centre, connection, next, openCentre } from "./client-app";
import { password, person } from "./people";
import { mandatory, noticesOf, published, withdrawAll } from "./releases";

let centre: Centre;
let user: User;

beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.stop());
afterEach(() => centre.reset());
beforeEach(async () => {
  await withdrawAll();
  // Nobody waits here for what may be told again.
  await changeSettings(bootstrapToken, { reminderMinutes: 0 });
  user = await person();
});

async function signedIn() {
  const app = centre.app();
  const online = connection(app, "online");
  await app.signIn({ username: user.username, password });
  await online;
  return app;
}
type App = Awaited<ReturnType<typeof signedIn>>;

const has = (app: App, notices: Partial<Notice>[]) =>
  expect.poll(() => app.session?.notices, { timeout: 5000, interval: 20 }).toMatchObject(notices);
const stored = async () => (await noticesOf(user.id)).at(-1);

test("a notice comes, is confirmed by itself, and goes when it is withdrawn", async () => {
  const app = await signedIn();
  const release = await published();
  await has(app, [{ kind: "recommended", release: { version: "2.18.0" } } as Partial<Notice>]);
  await expect.poll(async () => (await stored())?.deliveredAt, { timeout: 5000 }).not.toBeNull();
  await withdrawRelease(bootstrapToken, { id: release.id });
  await has(app, []);
});

test("one that came while the line was cut is there after it", async () => {
  const app = await signedIn();
  centre.line.cut();
  await published();
  centre.line.restore();
  await has(app, [{ kind: "recommended" }]);
});

test("what was put off is gone until it is reminded of", async () => {
  const release = await published();
  const app = await signedIn();
  await has(app, [{ kind: "recommended" }]);
  await app.notice(app.session?.notices[0]?.noticeId ?? "", "later");
  expect(app.session?.notices).toEqual([]);
  expect((await stored())?.laterAt).not.toBeNull();
  await remindRelease(bootstrapToken, { id: release.id });
  await has(app, [{ kind: "recommended" }]);
});

test("acknowledging a mandatory one ends the session; below it nobody signs in", async () => {
  // Known as up to date on the other app.
  await centre.app({ client: agentDesktop }).signIn({ username: user.username, password });
  const app = centre.app();
  await app.signIn({ username: user.username, password }, { onSeatTaken: () => true });
  await mandatory({ graceMinutes: 30, signOut: { mode: "at_once" } });
  await has(app, [{ kind: "mandatory", draining: false }]);
  const ended = next(app, "ended");
  // The end may be quicker than the answer.
  app.notice(app.session?.notices[0]?.noticeId ?? "", "acknowledged").catch(() => {});
  expect(await ended).toMatchObject({ cause: "mandatory_update" });
  const refused = await app
    .signIn({ username: user.username, password })
    .catch((problem: unknown) => problem);
  expect(refused instanceof Problem && readRequiredUpdate(refused)).toEqual({
    release: {
      version: "2.18.0",
      build: null,
      notes: "Calls no longer drop.",
      storeUrl: "https://apps.apple.com/app/id1",
      artifacts: [],
    },
    distribution: "store",
    minimumOs: null,
    continueOn: "Agent Desktop",
  });
});

test("whoever wraps up before an update is told that the update does it, and nobody by name", async () => {
  const app = await signedIn();
  await app.setState("ready");
  const call = { interactionId: "call", channel: "voice", direction: "inbound" } as const;
  await app.interaction({ ...call, phase: "started" });
  await mandatory({ graceMinutes: 0, signOut: { mode: "at_once" } });
  await has(app, [{ kind: "mandatory", draining: true }]);
  const forced = next(app, "forced");
  await app.interaction({ ...call, phase: "ended" });
  expect(await forced).toMatchObject({
    state: "not_ready",
    reason: "Update",
    by: null,
    message: expect.stringContaining("due for its update"),
  });
});

test("an app says where pushes reach it, at its sign-in and whenever that changes", async () => {
  const tokenNow = async () =>
    (await db.installation.findFirstOrThrow({ where: { userId: user.id } })).pushToken;
  const client = { app: "Mobile", version: "2.17.60", os: { name: "iOS", version: "14.8" } } as const;
  const push = { provider: "webhook", token: "apns:first" } as const;
  const app = centre.app({ client: { ...client, push } });
  await expect(app.setPush(push)).rejects.toMatchObject({ code: "not-signed-in" });
  await app.signIn({ username: user.username, password });
  expect(await tokenNow()).toBe("apns:first");
  await app.setPush({ provider: "webhook", token: "apns:second" });
  expect(await tokenNow()).toBe("apns:second");
});
