import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { db } from "@/lib/db";
import { iphone, openApp, postSession } from "./app";
import { password, person, sessionsOf } from "./people";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://127.0.0.1:${gateway.port}`;
});
afterAll(() => gateway.stop());

async function atWork() {
  const { username } = await person();
  const app = await openApp(url, { username, password, client: iphone });
  await app.connect();
  return { app };
}

describe("bad input on the stream", () => {
  test.each([
    ["not JSON", "{", "invalid-request", null],
    ["no object", "[]", "invalid-request", null],
    ["no id", '{"type":"state","state":"ready"}', "invalid-request", null],
    ["an id that is too long", `{"id":"${"x".repeat(65)}","type":"alive"}`, "invalid-request", null],
    ["an unknown type", '{"id":"1","type":"dance"}', "unknown-type", "1"],
    ["an unknown state", '{"id":"1","type":"state","state":"asleep"}', "invalid-request", "1"],
    ["an age below zero", '{"id":"1","type":"state","state":"ready","ageMs":-1}', "invalid-request", "1"],
    [
      "a reason that turns text around",
      '{"id":"1","type":"state","state":"not_ready","reason":"a\\u202eb"}',
      "invalid-request",
      "1",
    ],
    [
      "a phase without a channel",
      '{"id":"1","type":"interaction","interactionId":"a","phase":"started"}',
      "invalid-request",
      "1",
    ],
  ])("%s is refused", async (_, text, code, id) => {
    const { app } = await atWork();
    app.sendText(text);
    expect(await app.refused).toMatchObject({ type: "refused", id, problem: { type: `/problems/${code}` } });
    // And the next good one is stored.
    expect(await app.send({ type: "state", state: "ready", unknown: { field: 1 } })).toMatchObject({
      type: "ack",
    });
    app.close();
  });

  test("a frame over 64 KiB closes the socket, and the session goes on", async () => {
    const { app } = await atWork();
    app.sendText(JSON.stringify({ id: "1", type: "state", state: "ready", padding: "x".repeat(65 * 1024) }));
    expect(await app.closed).toBe(1009);
    expect((await app.current()).status).toBe(200);
  });

  test("a flood closes the socket with 1008; what was acknowledged is stored, and nobody is signed out", async () => {
    const { app } = await atWork();
    for (let frame = 0; frame < 2000; frame++)
      app.sendText(JSON.stringify({ id: `f${frame}`, type: "state", state: frame % 2 ? "ready" : "busy" }));
    expect(await app.closed).toBe(1008);
    expect((await app.current()).status).toBe(200);
  });
});

describe("what apps say of themselves", () => {
  test.each(["banana", "Version 2, really", "2.17.60.beta-☃", "१.२"])(
    "a version that nobody can compare, %j, is kept as sent and never takes part in an order",
    async (version) => {
      const user = await person();
      const client = { ...iphone, version };
      expect((await postSession(url, { username: user.username, password, client })).status).toBe(201);
      expect((await sessionsOf(user.id))[0]?.version).toBe(version);
      expect(await db.installation.findFirst({ where: { userId: user.id } })).toMatchObject({
        versionKey: null,
      });
    },
  );

  test.each([
    { ...iphone, device: { model: "a\u202eb" } },
    { ...iphone, device: { model: "x".repeat(129) } },
    { ...iphone, version: "" },
    { ...iphone, version: "\u200b" },
    { ...iphone, installId: "not a uuid" },
  ])("%j is not taken", async (client) => {
    const { username } = await person();
    expect((await postSession(url, { username, password, client })).status).toBe(422);
  });
});
