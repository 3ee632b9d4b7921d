import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { GET as download } from "@/app/api/v1/log-requests/[id]/log/route";
import { bootstrapToken } from "@/lib/auth/actor";
import { keptDays } from "@/lib/logs/schema";
import { changeSettings } from "@/lib/settings/commands";
import { bootstrap, call, tokenFor } from "./admin-api";
import { send, tellOf } from "./logs";
import { person, signedIn } from "./people";
import { audited, newTeam, verbs } from "./teams";

// What each route answers is parsed strictly, in `call`, with the schema that the document is made from.

const team = await newTeam();
const administrator = await tokenFor(team.name, ["administrator"]);
const supervisor = await tokenFor(team.name, ["supervisor"]);
const { token } = administrator;

let username: string;
let session: { id: string; userId: string };

beforeAll(() => changeSettings(bootstrapToken, { logConsent: "either" }));
beforeEach(async () => {
  const user = await person({ name: "Maria Ortiz", team: team.name });
  ({ username } = user);
  session = { id: (await signedIn(username)).sessionId, userId: user.id };
});

const body = { level: "debug", minutes: 30, maxBytes: 2 ** 20, reason: "Calls drop" };
const ask = (given: object = {}) =>
  call("POST", "/log-requests", { token, body: { ...body, username, ...given } });
const idIn = (value: unknown) => z.looseObject({ id: z.uuid() }).parse(value).id;
const Page = z.object({ items: z.array(z.looseObject({ id: z.uuid() })), next: z.string().nullable() });

const minute = (number: number) => `2026-11-27T08:${String(number).padStart(2, "0")}:00.000Z`;

/** A request with three lines, in two pieces. */
async function begun() {
  const id = idIn((await ask()).value);
  await tellOf(session, id, { status: "accepted" });
  const line = (number: number, level: string) =>
    JSON.stringify({ at: minute(number), level, message: `Call ${number}\nfailed`, number });
  expect(await send(session, id, 0, `${line(0, "error")}\n${line(1, "info")}`)).toBeNull();
  expect(await send(session, id, 1, line(2, "error"))).toBeNull();
  return id;
}

async function file(id: string, query = "", by = bootstrap) {
  const request = new Request(`http://localhost:3000/api/v1/log-requests/${id}/log${query}`, {
    headers: { authorization: `Bearer ${by}` },
  });
  const response = await download(request, { params: Promise.resolve({ id }) });
  return { response, text: await response.text() };
}

test("a request, from the first word to its end", async () => {
  const made = await ask({ ticket: "T-4711", sessionId: session.id });
  const id = idIn(made.value);
  expect(made).toMatchObject({
    status: 201,
    value: {
      username,
      name: "Maria Ortiz",
      team: team.name,
      sessionId: session.id,
      consent: "ask",
      ticket: "T-4711",
      status: "requested",
      askedBy: administrator.user.name,
      deliveredAt: null,
      expiresAt: null,
    },
  });
  await tellOf(session, id, { status: "accepted" });
  await tellOf(session, id, { status: "failed", detail: "no space left" });
  const { value } = await call("GET", `/log-requests/${id}`, { token });
  const { endedAt } = z.looseObject({ endedAt: z.iso.datetime() }).parse(value);
  expect(value).toMatchObject({
    status: "partial",
    failure: "no space left",
    expiresAt: new Date(Date.parse(endedAt) + keptDays * 86_400_000).toISOString(),
  });
  const kept = await call("PATCH", `/log-requests/${id}`, { token, body: { kept: true } });
  expect(kept.value).toMatchObject({ kept: true, expiresAt: null });
  expect(await call("DELETE", `/log-requests/${id}`, { token })).toMatchObject({ status: 204 });
  expect(await call("GET", `/log-requests/${id}`, { token })).toMatchObject({ code: "not-found" });
  const entries = await audited(id);
  expect(verbs(entries)).toEqual(["log-request.create", "log-request.keep", "log-request.delete"]);
  expect(entries.map(({ actorId }) => actorId)).toEqual(Array(3).fill(administrator.user.id));
});

test("one is open at a time: the refusal names it, until it is taken back", async () => {
  const id = idIn((await ask()).value);
  expect(await ask()).toMatchObject({ status: 409, code: "log-request-open", requestId: id });
  expect(await call("POST", `/log-requests/${id}/cancel`, { token })).toMatchObject({
    value: { status: "cancelled" },
  });
  expect(await call("POST", `/log-requests/${id}/cancel`, { token })).toMatchObject({
    status: 409,
    code: "log-request-over",
  });
  expect(await ask()).toMatchObject({ status: 201 });
});

test("the same key asks once", async () => {
  const key = crypto.randomUUID();
  const twice = () => call("POST", "/log-requests", { token, key, body: { ...body, username } });
  const [first, second] = [await twice(), await twice()];
  expect([first.status, second.status, second.replayed]).toEqual([201, 201, true]);
  expect(idIn(second.value)).toBe(idIn(first.value));
});

test("without a word on it, the agent is asked or told as the settings have it", async () => {
  await changeSettings(bootstrapToken, { logConsent: "tell" });
  expect(await ask({ consent: "ask" })).toMatchObject({
    status: 422,
    code: "consent-not-allowed",
    errors: [{ path: "consent" }],
  });
  expect((await ask()).value).toMatchObject({ consent: "tell" });
  await changeSettings(bootstrapToken, { logConsent: "either" });
});

describe("a log", () => {
  test("is read by numbers and by time", async () => {
    const id = await begun();
    const lines = (query: string) => call("GET", `/log-requests/${id}/lines?${query}`, { token });
    const first = {
      number: 0,
      at: minute(0),
      level: "error",
      message: "Call 0\nfailed",
      fields: { number: 0 },
    };
    expect((await lines("")).value).toMatchObject({ items: [first, { number: 1 }, { number: 2 }] });
    expect((await lines("from=1&count=1")).value).toMatchObject({ items: [{ number: 1 }] });
    expect((await lines(`at=${minute(1)}`)).value).toMatchObject({ items: [{ number: 1 }, { number: 2 }] });
    for (const none of [`at=${minute(30)}`, "from=3"])
      expect((await lines(none)).value).toEqual({ items: [] });
    expect(await lines("from=0&count=1001")).toMatchObject({ errors: [{ path: "count" }] });
    expect(await lines(`from=0&at=${minute(1)}`)).toMatchObject({ errors: [{ path: "at" }] });
  });

  test("is searched, by level too", async () => {
    const id = await begun();
    const found = (query: string) => call("GET", `/log-requests/${id}/search?${query}`, { token });
    expect((await found("text=FAILED")).value).toEqual({ total: 3, lines: [0, 1, 2] });
    expect((await found("text=call&level=error&limit=1")).value).toEqual({ total: 2, lines: [0] });
    expect(await found("level=error")).toMatchObject({ errors: [{ path: "text" }] });
  });

  test("is downloaded, to be read by programs or by people", async () => {
    const id = await begun();
    const { response, text } = await file(id);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="log-${username}-\\d{4}-\\d\\d-\\d\\d\\.ndjson"$`),
    );
    const rows = text.trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row).number)).toEqual([0, 1, 2]);
    const plain = await file(id, "?format=log", token);
    expect(plain.response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(plain.text).toContain(`${minute(1)} INFO  Call 1\n    failed number=1\n`);
    expect((await file(id, "?format=exe")).response.status).toBe(422);
    expect(verbs(await audited(id))).toEqual([
      "log-request.create",
      "log-request.download",
      "log-request.download",
    ]);
  });
});

test("the list is filtered, and comes in pages", async () => {
  const own: string[] = [];
  for (let count = 0; count < 3; count++) {
    own.unshift(idIn((await ask()).value));
    await call("POST", `/log-requests/${own[0]}/cancel`, { token });
  }
  const list = async (query: string) =>
    Page.parse((await call("GET", `/log-requests?user=${username}&${query}`, { token })).value);
  const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);

  const first = await list("limit=2");
  const second = await list(`limit=2&cursor=${first.next}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(own);
  expect(second.next).toBeNull();
  for (const all of [
    "status=cancelled&status=complete",
    "search=ortiz",
    `team=${team.id}`,
    `team=${team.name}`,
  ])
    expect(await ids(all)).toEqual(own);
  for (const none of [
    "status=complete",
    "level=warn",
    "search=nobody",
    "team=Nowhere",
    "to=2020-01-01T00:00:00Z",
  ])
    expect(await ids(none)).toEqual([]);
  expect((await call("GET", "/log-requests?user=nobody", { token })).value).toEqual({
    items: [],
    next: null,
  });
});

test.each([
  ["level", { level: "loud" }],
  ["minutes", { minutes: 1441 }],
  ["maxBytes", { maxBytes: 51 * 2 ** 20 }],
  ["reason", { reason: "x".repeat(501) }],
  ["sessionId", { sessionId: "x" }],
  ["ticket", { ticket: "x".repeat(65) }],
  ["loud", { loud: true }],
])("what is wrong is told with its field: %s", async (path, given) => {
  expect(await ask(given)).toMatchObject({ status: 422, code: "invalid-request", errors: [{ path }] });
});

test("who is not there is 404, a session that is over 409; a list asked for wrongly is told with its field", async () => {
  expect(await ask({ username: "nobody" })).toMatchObject({ status: 404 });
  expect(await ask({ sessionId: crypto.randomUUID() })).toMatchObject({ status: 409, code: "not-signed-in" });
  for (const [path, query] of [
    ["status.0", "status=lost"],
    ["cursor", "cursor=x"],
    ["to", "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"],
  ])
    expect(await call("GET", `/log-requests?${query}`)).toMatchObject({ errors: [{ path }] });
});

test("who may not is refused, whatever the verb", async () => {
  const id = await begun();
  const by = { token: supervisor.token };
  const calls = [
    call("GET", "/log-requests", by),
    call("POST", "/log-requests", { ...by, body: { ...body, username } }),
    call("GET", `/log-requests/${id}`, by),
    call("PATCH", `/log-requests/${id}`, { ...by, body: { kept: true } }),
    call("DELETE", `/log-requests/${id}`, by),
    call("POST", `/log-requests/${id}/cancel`, by),
    call("GET", `/log-requests/${id}/lines`, by),
    call("GET", `/log-requests/${id}/search?text=x`, by),
  ];
  for (const refused of await Promise.all(calls))
    expect(refused).toMatchObject({ status: 403, code: "not-allowed" });
  expect((await file(id, "", supervisor.token)).response.status).toBe(403);
  expect((await call("GET", `/log-requests/${id}`)).value).toMatchObject({ kept: false, lines: 3 });
});
