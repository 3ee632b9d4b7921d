import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { remindRelease, withdrawRelease } from "@/lib/releases/course";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { chrome, iphone, openApp, postSession } from "./app";
import { password, person } from "./people";
import { mandatory, noticesOf, openNoticesOf, published, withdrawAll } from "./releases";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;
let user: User;

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await withdrawAll();
  // Nobody waits here for what may be told again.
  await changeSettings(bootstrapToken, { reminderMinutes: 0 });
  user = await person();
});

const open = async (client: object = iphone) => {
  const app = await openApp(url, { username: user.username, password, client });
  await app.connect();
  await app.send({ type: "sync" });
  return app;
};
type App = Awaited<ReturnType<typeof open>>;

const told = (app: App) => app.heard.filter(({ type }) => type.startsWith("notice"));
const hears = (app: App, ...types: string[]) =>
  expect.poll(() => told(app).map(({ type }) => type), { timeout: 5000, interval: 20 }).toEqual(types);

describe("a notice", () => {
  test("reaches a connected app at once, and leaves its screen when it is withdrawn", async () => {
    const app = await open();
    const release = await published({ notes: { en: "Faster.", de: "Schneller." } });
    await hears(app, "notice");
    const [notice] = await openNoticesOf(user.id);
    expect(told(app)).toEqual([
      {
        type: "notice",
        noticeId: notice?.id,
        kind: "recommended",
        release: {
          version: "2.18.0",
          build: null,
          notes: "Faster.",
          storeUrl: "https://apps.apple.com/app/id1",
          artifacts: [],
        },
        distribution: "store",
        minimumOs: null,
        toldAt: notice?.madeAt.toISOString(),
        signOutAt: null,
        draining: false,
        message: "Version 2.18.0 is here. Update when it suits you.",
      },
    ]);
    await withdrawRelease(bootstrapToken, { id: release.id });
    await hears(app, "notice", "notice.withdrawn");
    expect(told(app)[1]).toEqual({ type: "notice.withdrawn", noticeId: notice?.id });
    app.close();
  });

  test("is in the answers to a sign-in, a look and a sync, in the app's language", async () => {
    await published({ notes: { en: "Faster.", de: "Schneller." } });
    const client = { ...iphone, locale: "de-DE" };
    const { body } = await postSession<{ notices: unknown[] }>(url, {
      username: user.username,
      password,
      client,
    });
    const notice = { kind: "recommended", release: { version: "2.18.0", notes: "Schneller." } };
    expect(body.notices).toMatchObject([notice]);
    const app = await openApp(url, { username: user.username, password, client });
    expect((await app.current()).body.notices).toMatchObject([notice]);
    await app.connect();
    expect(await app.send({ type: "sync" })).toMatchObject({ current: { notices: [notice] } });
    app.close();
  });

  test("of a release for phones is none for a desktop", async () => {
    const app = await open(chrome);
    await published();
    await app.send({ type: "alive" });
    expect(await app.current()).toMatchObject({ body: { notices: [] } });
    expect(told(app)).toEqual([]);
    app.close();
  });

  test("that is mandatory says when the session ends", async () => {
    const app = await open();
    await mandatory({ graceMinutes: 30, signOut: { mode: "at_once" } });
    await hears(app, "notice");
    const [notice] = await openNoticesOf(user.id);
    expect(told(app)).toMatchObject([
      { kind: "mandatory", signOutAt: notice?.signOutAt?.toISOString(), distribution: "store" },
    ]);
    app.close();
  });
});

describe("a notice where the system is too old", () => {
  const inHalfAnHour = { graceMinutes: 30, signOut: { mode: "at_once" } };

  test("says what is needed and when the session ends; nothing is to be got, and IT has nothing to do with it", async () => {
    const app = await open();
    await mandatory({ ...inHalfAnHour, minimumOs: "iOS 16.0" });
    await hears(app, "notice");
    const [notice] = await openNoticesOf(user.id);
    expect(told(app)).toMatchObject([
      {
        kind: "mandatory",
        distribution: "store",
        minimumOs: "iOS 16.0",
        signOutAt: notice?.signOutAt?.toISOString(),
        release: { version: "2.18.0", storeUrl: null, artifacts: [] },
        message:
          "Version 2.18.0 is needed. It runs on iOS 16.0 or newer, and this device's system is older: update the system, or ask your supervisor. You will be signed out.",
      },
    ]);
    app.close();
  });

  test("names what does not run, also where an older one that does comes due before it", async () => {
    const app = await open();
    await mandatory(inHalfAnHour);
    await hears(app, "notice");
    expect(told(app)).toMatchObject([{ minimumOs: null, release: { version: "2.18.0" } }]);
    await mandatory({ graceMinutes: 60, signOut: { mode: "at_once" }, version: "2.19.0", minimumOs: "16" });
    await hears(app, "notice", "notice");
    expect(told(app)[1]).toMatchObject({
      minimumOs: "16",
      release: { version: "2.19.0", storeUrl: null },
      message: expect.stringContaining("Version 2.19.0 is needed. It runs on iOS 16 or newer"),
    });
    app.close();
  });
});

describe("what an app tells of a notice", () => {
  test("is stored once, and the first time counts", async () => {
    await published();
    const app = await open();
    const [notice] = await openNoticesOf(user.id);
    for (const action of ["received", "seen", "store_opened", "received", "seen"])
      expect(await app.send({ type: "notice", noticeId: notice?.id, action })).toMatchObject({ type: "ack" });
    const [stored] = await noticesOf(user.id);
    expect(stored?.deliveredAt).not.toBeNull();
    expect(stored?.seenAt?.getTime()).toBeGreaterThanOrEqual(stored?.deliveredAt?.getTime() ?? Infinity);
    expect(stored?.storeOpenedAt).not.toBeNull();
    await app.send({ type: "notice", noticeId: notice?.id, action: "seen" });
    expect(await noticesOf(user.id)).toEqual([stored]);
    app.close();
  });

  test("is refused where it is another session's, or no action", async () => {
    await published();
    const mine = await open();
    const [notice] = await openNoticesOf(user.id);
    user = await person();
    const other = await open();
    expect(await other.send({ type: "notice", noticeId: notice?.id, action: "seen" })).toMatchObject({
      type: "refused",
      problem: { type: "/problems/not-found" },
    });
    expect(await mine.send({ type: "notice", noticeId: notice?.id, action: "burned" })).toMatchObject({
      type: "refused",
      problem: { type: "/problems/invalid-request" },
    });
    mine.close();
    other.close();
  });

  test("a recommended one that was put off is gone until it is reminded of", async () => {
    const release = await published();
    const app = await open();
    const [notice] = await openNoticesOf(user.id);
    await app.send({ type: "notice", noticeId: notice?.id, action: "later" });
    expect((await app.current()).body.notices).toEqual([]);
    await remindRelease(bootstrapToken, { id: release.id });
    await expect.poll(async () => (await app.current()).body.notices, { timeout: 5000 }).toHaveLength(1);
    await expect.poll(() => told(app).at(-1)?.type, { timeout: 5000 }).toBe("notice");
    app.close();
  });

  test("a mandatory one cannot be put off", async () => {
    const app = await open();
    await mandatory({ graceMinutes: 30, signOut: { mode: "at_once" } });
    await hears(app, "notice");
    const [notice] = await openNoticesOf(user.id);
    await app.send({ type: "notice", noticeId: notice?.id, action: "later" });
    expect((await app.current()).body.notices).toHaveLength(1);
    app.close();
  });
});
