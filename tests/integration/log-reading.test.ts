import { beforeAll, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { happeningsBeside } from "@/lib/logs/happenings";
import { openedLog } from "@/lib/logs/opened";
import { getLogRequest, listLogRequests } from "@/lib/logs/queries";
import { downloadLog, lineAt, linesIn, linesOf, markLines, searchLog } from "@/lib/logs/reading";
import { changeSettings } from "@/lib/settings/commands";
import { administratorOf, supervisorOf } from "./accounts";
import { asked, send, tellOf } from "./logs";
import { person, signedIn } from "./people";

let id: string;
let teamId: string;

const minute = (number: number) => new Date(Date.UTC(2026, 10, 27, 8, number));
const line = (number: number) =>
  JSON.stringify({
    at: minute(number).toISOString(),
    level: number % 3 === 0 ? "error" : "info",
    message: number % 2 === 0 ? `Call ${number} dropped` : `call ${number}`,
    number,
  });

beforeAll(async () => {
  await changeSettings(bootstrapToken, { logConsent: "either" });
  const user = await person({ name: "Maria Ortiz" });
  teamId = user.teamId;
  const session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
  ({ id } = await asked(user.username, { ticket: "T-4711", level: "warn" }));
  await tellOf(session, id, { status: "accepted" });
  // 40 pieces of one, two and three lines: more than are read at once.
  let number = 0;
  for (let piece = 0; piece < 40; piece++) {
    const lines = Array.from({ length: 1 + (piece % 3) }, () => line(number++));
    await send(session, id, piece, lines.join("\n"));
  }
});

const numbersFrom = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const value = <T>(result: { ok: true; value: T } | { ok: false; code: string }) => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const all = () => linesOf(bootstrapToken, { id, from: 0, count: 1000 });

describe("lines", () => {
  test("are read by their numbers, over the edges of pieces", async () => {
    const whole = value(await all());
    expect(whole.map(({ number }) => number)).toEqual([...whole.keys()]);
    expect(whole.length).toBe(79);
    expect(whole[5]).toMatchObject({
      at: minute(5),
      level: "info",
      message: "call 5",
      fields: { number: 5 },
    });
    for (const [from, count] of [
      [0, 1],
      [7, 9],
      [70, 100],
      [79, 5],
      [3, 0],
    ] as const)
      expect(value(await linesOf(bootstrapToken, { id, from, count }))).toEqual(
        whole.slice(from, from + count),
      );
  });

  test("are found by text in any case, counted, and by level", async () => {
    expect(value(await searchLog(bootstrapToken, { id, text: "DROPPED" })).total).toBe(40);
    const found = await searchLog(bootstrapToken, { id, text: "dropped", levels: ["error"], most: 3 });
    expect(value(found)).toEqual({ total: 14, lines: [0, 6, 12] });
    expect(value(await searchLog(bootstrapToken, { id, text: "" })).total).toBe(79);
    expect(value(await searchLog(bootstrapToken, { id, text: "nowhere" }))).toEqual({ total: 0, lines: [] });
  });

  test("are read from several places at once", async () => {
    const whole = value(await all());
    const ranges = [
      { from: 2, to: 4 },
      { from: 40, to: 41 },
      { from: 78, to: 90 },
    ];
    expect(value(await linesIn(bootstrapToken, { id, ranges }))).toEqual(
      [2, 3, 40, 78].map((number) => whole[number]),
    );
  });

  test("are marked, all of them, and from a line on", async () => {
    const marked = value(await markLines(bootstrapToken, { id, text: "dropped", levels: ["error"] }));
    expect(marked).toEqual({ first: 0, end: 79, marks: expect.arrayContaining([0, 6, 12, 78]) });
    expect(marked.marks).toHaveLength(14);
    // Line 77 is the second of the piece that begins with 76.
    const later = value(await markLines(bootstrapToken, { id, text: "", from: 77 }));
    expect(later).toEqual({ first: later.first, end: 79, marks: numbersFrom(later.first, 79) });
    expect(later.first).toBeGreaterThan(74);
    expect(later.first).toBeLessThanOrEqual(77);
  });

  test("are found by time", async () => {
    expect(value(await lineAt(bootstrapToken, { id, at: minute(31) }))).toBe(31);
    expect(value(await lineAt(bootstrapToken, { id, at: new Date(minute(31).getTime() + 1) }))).toBe(32);
    expect(value(await lineAt(bootstrapToken, { id, at: minute(0) }))).toBe(0);
    expect(value(await lineAt(bootstrapToken, { id, at: minute(500) }))).toBeNull();
  });

  test("are taken away as a file", async () => {
    const chunks: string[] = [];
    for await (const chunk of value(await downloadLog(bootstrapToken, { id, format: "ndjson" })))
      chunks.push(chunk);
    const rows = chunks.join("").trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row).number)).toEqual(
      Array.from({ length: 79 }, (_, number) => number),
    );
  });
});

test("who reads is in the audit log once an hour, who takes away every time", async () => {
  const verbs = async () =>
    (await db.auditEntry.findMany({ where: { subject: id } })).map(({ verb }) => verb);
  await all();
  await all();
  const before = await verbs();
  expect(before.filter((verb) => verb === "log-request.read")).toHaveLength(1);
  await downloadLog(bootstrapToken, { id, format: "log" });
  expect((await verbs()).length).toBe(before.length + 1);
  const { id: reader } = await person({ roles: ["administrator"] });
  await linesOf(
    { kind: "person", id: reader, roles: ["administrator"], scope: "all" },
    { id, from: 0, count: 1 },
  );
  expect((await verbs()).filter((verb) => verb === "log-request.read")).toHaveLength(2);
});

test("who may not is refused", async () => {
  const supervisor = supervisorOf(teamId);
  const elsewhere = administratorOf("01937b5c-7f0e-7c4a-9b1d-2f6a0c8e4d11");
  const acts = [
    (actor: typeof supervisor) => linesOf(actor, { id, from: 0, count: 1 }),
    (actor: typeof supervisor) => searchLog(actor, { id, text: "a" }),
    (actor: typeof supervisor) => lineAt(actor, { id, at: minute(0) }),
    (actor: typeof supervisor) => markLines(actor, { id, text: "a" }),
    async (actor: typeof supervisor) => openedLog(actor, { id }),
    async (actor: typeof supervisor) => happeningsBeside(actor, { id }),
    (actor: typeof supervisor) => downloadLog(actor, { id, format: "log" }),
    async (actor: typeof supervisor) => getLogRequest(actor, { id }),
  ];
  for (const act of acts) {
    await expect(act(supervisor)).rejects.toThrow("needs logs:");
    expect(await act(elsewhere)).toMatchObject({ ok: false, code: "not-found" });
  }
  await expect(listLogRequests(supervisor)).rejects.toThrow("needs logs:read");
  expect((await listLogRequests(elsewhere)).items).toEqual([]);
});

describe("the list", () => {
  test("is the newest first, page by page", async () => {
    for (let count = 0; count < 3; count++) await asked((await person()).username);
    const whole = (await listLogRequests(bootstrapToken)).items;
    const pages: string[] = [];
    let before: { requestedAt: Date; id: string } | undefined;
    for (;;) {
      const page = await listLogRequests(bootstrapToken, { limit: 2, ...(before && { before }) });
      pages.push(...page.items.map((one) => one.id));
      const last = page.items.at(-1);
      if (!page.more || !last) break;
      before = { requestedAt: last.requestedAt, id: last.id };
    }
    expect(pages).toEqual(whole.map((one) => one.id));
    expect(whole.at(-1)).toMatchObject({ id, lines: 79, askedBy: null, user: { name: "Maria Ortiz" } });
  });

  test("says of each who asked, however often one did", async () => {
    const [one, two] = [
      await person({ name: "One", roles: ["administrator"] }),
      await person({ name: "Two" }),
    ];
    const wanted = [two.id, one.id, null, one.id, two.id, null, one.id];
    for (const askedById of wanted) {
      const made = await asked((await person()).username);
      await db.logRequest.update({ where: { id: made.id }, data: { askedById } });
    }
    const { items } = await listLogRequests(bootstrapToken, { limit: wanted.length });
    const names = new Map([
      [one.id, "One"],
      [two.id, "Two"],
    ]);
    expect(items.map(({ askedBy }) => askedBy).toReversed()).toEqual(
      wanted.map((by) => (by ? names.get(by) : null)),
    );
  });

  test.each([
    [{ search: "ortiz" }, true],
    [{ search: "t-4711" }, true],
    [{ search: "calls drop" }, true],
    [{ search: "nobody" }, false],
    [{ status: ["uploading" as const] }, true],
    [{ status: ["complete" as const] }, false],
    [{ level: ["warn" as const] }, true],
    [{ level: ["debug" as const] }, false],
    [{ to: new Date("2020-01-01") }, false],
    [{ from: new Date("2020-01-01") }, true],
  ])("is filtered by %j", async (filter, there) => {
    const { items } = await listLogRequests(bootstrapToken, filter);
    expect(items.some((one) => one.id === id)).toBe(there);
  });
});
