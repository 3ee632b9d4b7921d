import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { deleteLog } from "@/lib/logs/commands";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { iphone, openApp } from "./app";
import { asked, keptLines, packed, put as putPiece } from "./logs";
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

type Sent = { n?: number | string; type?: string; digest?: string; by?: App; at?: string };
const put = (id: string, body: Uint8Array<ArrayBuffer>, { by = app, at = url, ...sent }: Sent = {}) =>
  putPiece(id, body, { to: at, token: by.token, ...sent });
/** 400 MiB of one letter, in less than half of one. */
const bomb = () => new Uint8Array(Buffer.concat(Array(400).fill(gzipSync("x".repeat(2 ** 20)))));
const plain = { type: "application/x-ndjson" };
const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** A request that the agent has accepted. */
async function accepted(given: Record<string, unknown> = {}) {
  const { id } = await asked(user.username, given);
  await app.connect();
  expect(await app.send({ type: "log", requestId: id, status: "accepted" })).toMatchObject({ type: "ack" });
  return id;
}
const request = (id: string) => db.logRequest.findUniqueOrThrow({ where: { id } });
const tell = (requestId: string, told: object, by = app) => by.send({ type: "log", requestId, ...told });

const messages = async (id: string) => (await keptLines(id)).map(({ message }) => message);

describe("pieces", () => {
  test("in any order, at any gateway, make one log; complete when all are there", async () => {
    const id = await accepted();
    expect(await put(id, packed("three\r\n\n"), { n: 2 })).toBeNull();
    expect(await put(id, bytes("one\n"), { n: 0, ...plain })).toBeNull();
    expect(await tell(id, { status: "done", pieces: 3 })).toMatchObject({ type: "ack" });
    expect(await request(id)).toMatchObject({ status: "uploading", endedAt: null });
    expect(await put(id, packed("two"), { n: 1, at: `http://localhost:${other.port}` })).toBeNull();
    expect(await messages(id)).toEqual(["one", "two", "three"]);
    expect(await request(id)).toMatchObject({ status: "complete", pieces: 3, lines: 3 });
    app.close();
  });

  test("twice are one, also when both come at once, and after the end", async () => {
    const id = await accepted();
    const both = await Promise.all([put(id, packed("one")), put(id, packed("one"))]);
    expect(both).toEqual([null, null]);
    await tell(id, { status: "done", pieces: 1 });
    expect(await put(id, packed("one"))).toBeNull();
    expect(await tell(id, { status: "done", pieces: 1 })).toMatchObject({ type: "ack" });
    expect(await request(id)).toMatchObject({ pieces: 1, lines: 1, bytes: 3, status: "complete" });
    app.close();
  });

  test.each<[string, () => Uint8Array<ArrayBuffer>, Sent]>([
    ["wrong-digest", () => packed("one"), { digest: `sha-256=${"A".repeat(43)}=` }],
    ["invalid-request", () => packed("one"), { digest: "md5=abc" }],
    ["invalid-request", () => packed("one"), { n: "x" }],
    ["invalid-request", () => packed("one"), { n: 10_000 }],
    ["piece-unreadable", () => bytes("no gzip"), {}],
    ["piece-unreadable", () => packed("one").subarray(0, 15), {}],
    ["piece-unreadable", () => new Uint8Array([0xff, 0xfe, 0x41]), plain],
    ["piece-unreadable", () => new Uint8Array(gzipSync(Buffer.from([0xc3, 0x28]))), {}],
    ["too-large", () => new Uint8Array(randomBytes(2 ** 20 + 1)), {}],
    ["too-large", () => packed("x".repeat(5 * 2 ** 20)), {}],
    ["too-large", bomb, {}],
    ["too-large", () => packed("x\n".repeat(50_001)), {}],
  ])("are refused: %s (%#)", async (code, body, sent) => {
    const id = await accepted({ maxBytes: 50 * 2 ** 20 });
    expect(await put(id, body(), sent)).toBe(code);
    expect(await request(id)).toMatchObject({ status: "accepted", pieces: 0, bytes: 0 });
    app.close();
  });

  test("without consent, for another user's request, or of one that is gone are refused", async () => {
    const { id } = await asked(user.username);
    expect(await put(id, packed("one"))).toBe("log-not-accepted");
    const stranger = await openApp(url, { username: (await person()).username, password, client: iphone });
    expect(await put(id, packed("one"), { by: stranger })).toBe("not-found");
    await stranger.connect();
    expect(await tell(id, { status: "accepted" }, stranger)).toMatchObject({
      type: "refused",
      problem: { type: "/problems/not-found" },
    });
    await deleteLog(bootstrapToken, { id });
    expect(await put(id, packed("one"))).toBe("not-found");
    stranger.close();
  });

  test("never go beyond the size that was asked for, whatever the app does", async () => {
    const id = await accepted({ maxBytes: 1024 });
    expect(await put(id, packed("x".repeat(1000)))).toBeNull();
    const late = await Promise.all([1, 2].map((n) => put(id, packed("y".repeat(20)), { n })));
    expect(late.toSorted()).toEqual(["log-full", null].toSorted());
    expect(await request(id)).toMatchObject({ bytes: 1020, pieces: 2 });
    app.close();
  });

  test("of the same number with another content are refused", async () => {
    const id = await accepted();
    expect(await put(id, packed("one"))).toBeNull();
    expect(await put(id, packed("other"))).toBe("piece-taken");
    expect(await messages(id)).toEqual(["one"]);
    app.close();
  });

  test("after `done`, or when it was taken back, are refused", async () => {
    const id = await accepted();
    await put(id, packed("one"));
    await tell(id, { status: "done", pieces: 1 });
    expect(await put(id, packed("two"), { n: 1 })).toBe("log-request-over");
    app.close();
  });
});

test("what must not be kept is taken out a second time, whatever the app left in", async () => {
  const id = await accepted();
  const line = {
    message: "card 4111 1111 1111 1111 of KD-004711",
    token: "abc",
    user: { mail: "maria@example.com" },
  };
  await put(id, packed(`${JSON.stringify(line)}\n\u001b[31mplain <b>\u0007`));
  expect(await keptLines(id)).toEqual([
    {
      at: null,
      level: null,
      message: "card [card] of [redacted]",
      fields: { token: "[token]", user: { mail: "[mail]" } },
    },
    { at: null, level: null, message: "␛[31mplain <b>␇", fields: null },
  ]);
  app.close();
});

test("a line of megabytes is cut, and the lines beside it are whole", async () => {
  const id = await accepted({ maxBytes: 50 * 2 ** 20 });
  expect(await put(id, packed(`before\n${"x".repeat(3 * 2 ** 20)}\nafter`))).toBeNull();
  const [before, long = "", after] = await messages(id);
  expect([before, long.slice(-26), after]).toEqual([
    "before",
    "… [cut: 3145728 characters]".slice(-26),
    "after",
  ]);
  expect(long.length).toBeLessThan(70_000);
  app.close();
});
