import { beforeEach, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { cancelLogRequest, deleteLog, keepLog } from "@/lib/logs/commands";
import { keptDays } from "@/lib/logs/schema";
import { standingByTurn } from "@/lib/logs/standing";
import { forgetOldLogs, sweepLogRequests } from "@/lib/logs/sweep";
import { signOut } from "@/lib/sessions/commands";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { administratorOf, supervisorOf } from "./accounts";
import { asOwner } from "./database";
import { ask, asked, send, tellOf } from "./logs";
import { person, sessionsOf, signedIn } from "./people";

let user: User;
let session: { id: string; userId: string };

beforeEach(async () => {
  await changeSettings(bootstrapToken, { logConsent: "either" });
  user = await person();
  session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
});

const request = (id: string) => db.logRequest.findUniqueOrThrow({ where: { id } });
const auditOf = async (subject: string) =>
  (await db.auditEntry.findMany({ where: { subject }, orderBy: { at: "asc" } })).map(({ verb }) => verb);
const elsewhere = administratorOf("01937b5c-7f0e-7c4a-9b1d-2f6a0c8e4d11");

/** A request whose app collects, and has sent a piece. */
async function begun(given: Record<string, unknown> = {}) {
  const { id } = await asked(user.username, given);
  await tellOf(session, id, { status: "accepted" });
  expect(await send(session, id, 0, "one\ntwo\n")).toBeNull();
  return id;
}

/** As if so many minutes had passed since it was asked for. */
const passed = (id: string, minutes: number) =>
  asOwner(
    `update log_request set until = until - $2 * interval '1 min', requested_at = requested_at - $2 * interval '1 min',
      ended_at = ended_at - $2 * interval '1 min' where id = $1`,
    [id, minutes],
  );

describe("asking for logs", () => {
  test("is told to the user's app, with what it needs to know, and audited", async () => {
    const { id, until } = await asked(user.username, { ticket: "T-1" });
    expect(await standingByTurn([session.id])).toEqual([
      {
        id,
        level: "debug",
        consent: "ask",
        reason: "Calls drop",
        status: "requested",
        until,
        maxBytes: 2 ** 20,
        bytes: 0,
        nextPiece: 0,
      },
    ]);
    expect(await auditOf(id)).toEqual(["log-request.create"]);
  });

  test("goes on in the user's next session, unless it was for one", async () => {
    await asked(user.username);
    await signOut(session);
    const next = (await signedIn(user.username)).sessionId;
    expect((await standingByTurn([next]))[0]).toMatchObject({ status: "requested" });

    const other = await person();
    const first = (await signedIn(other.username)).sessionId;
    const { id } = await asked(other.username, { sessionId: first });
    await signOut({ id: first, userId: other.id });
    await sweepLogRequests();
    expect(await request(id)).toMatchObject({ status: "expired" });
  });

  test("is refused a second time while one is open; of two at once one wins", async () => {
    const both = await Promise.all([ask(user.username), ask(user.username)]);
    expect(both.map((one) => (one.ok ? null : one.code)).sort()).toEqual(["log-request-open", null].sort());
    expect(await ask(user.username)).toMatchObject({ code: "log-request-open" });
  });

  test("keeps to what the settings allow", async () => {
    await changeSettings(bootstrapToken, { logConsent: "ask" });
    expect(await ask(user.username, { consent: "tell" })).toMatchObject({ code: "consent-not-allowed" });
    expect(await ask(user.username)).toMatchObject({ ok: true });
  });

  test("names somebody who is there, and a session that is open", async () => {
    expect(await ask("nobody")).toMatchObject({ code: "not-found" });
    await signOut(session);
    expect(await ask(user.username, { sessionId: session.id })).toMatchObject({ code: "not-signed-in" });
  });

  test.each([{ minutes: 1441 }, { maxBytes: 51 * 2 ** 20 }, { reason: " " }, { level: "loud" }])(
    "within bounds: %j",
    async (given) => {
      await expect(ask(user.username, given)).rejects.toThrow();
    },
  );
});

test("who may not is refused", async () => {
  const id = await begun();
  for (const act of [cancelLogRequest, deleteLog])
    await expect((async () => act(supervisorOf(user.teamId), { id }))()).rejects.toThrow("needs logs:");
  for (const act of [cancelLogRequest, deleteLog])
    expect(await act(elsewhere, { id })).toMatchObject({ code: "not-found" });
  expect(await keepLog(elsewhere, { id, kept: true })).toMatchObject({ code: "not-found" });
  expect(await request(id)).toMatchObject({ status: "uploading", kept: false });
});

test("a request that is taken back stops; what has arrived stays", async () => {
  const id = await begun();
  expect(await cancelLogRequest(bootstrapToken, { id })).toMatchObject({ ok: true });
  expect(await request(id)).toMatchObject({ status: "cancelled", lines: 2 });
  expect(await standingByTurn([session.id])).toEqual([null]);
  expect(await send(session, id, 1, "three")).toBe("log-request-over");
  expect(await cancelLogRequest(bootstrapToken, { id })).toMatchObject({ code: "log-request-over" });
  expect(await auditOf(id)).toEqual(["log-request.create", "log-request.cancel"]);
});

test("a log that is deleted is gone, and its app may send no more", async () => {
  const id = await begun();
  expect(await deleteLog(bootstrapToken, { id })).toMatchObject({ ok: true });
  expect(await db.logPiece.count({ where: { requestId: id } })).toBe(0);
  expect(await db.logRequest.count({ where: { id } })).toBe(0);
  expect(await send(session, id, 1, "three")).toBe("not-found");
  expect(await auditOf(id)).toEqual(["log-request.create", "log-request.delete"]);
  expect(await deleteLog(bootstrapToken, { id })).toMatchObject({ code: "not-found" });
});

describe("time", () => {
  test("lets a request expire that nobody has answered", async () => {
    const { id } = await asked(user.username);
    await passed(id, 29);
    await sweepLogRequests();
    expect(await request(id)).toMatchObject({ status: "requested" });
    await passed(id, 1);
    await Promise.all([sweepLogRequests(), sweepLogRequests()]);
    expect(await request(id)).toMatchObject({ status: "expired" });
  });

  test("leaves an app some minutes to send the rest; then what has arrived is all there is", async () => {
    const id = await begun();
    await passed(id, 35);
    await sweepLogRequests();
    expect(await send(session, id, 1, "three")).toBeNull();
    await passed(id, 5);
    expect(await send(session, id, 2, "four")).toBe("log-request-over");
    await sweepLogRequests();
    expect(await request(id)).toMatchObject({ status: "partial", pieces: 2, lines: 3 });
  });

  test("deletes a log some days after its end, unless it is kept", async () => {
    const id = await begun();
    await cancelLogRequest(bootstrapToken, { id });
    await keepLog(bootstrapToken, { id, kept: true });
    await passed(id, keptDays * 1440 + 1);
    await forgetOldLogs();
    expect(await request(id)).toMatchObject({ kept: true, lines: 2 });
    await keepLog(bootstrapToken, { id, kept: false });
    await Promise.all([forgetOldLogs(), forgetOldLogs()]);
    expect(await db.logRequest.count({ where: { id } })).toBe(0);
    expect((await auditOf(id)).slice(-3)).toEqual([
      "log-request.keep",
      "log-request.unkeep",
      "log-request.expire",
    ]);
  });
});

test("a session that ends takes its request along, with what has arrived", async () => {
  const id = await begun({ sessionId: session.id });
  await signOut(session);
  await sweepLogRequests();
  expect(await request(id)).toMatchObject({ status: "partial", lines: 2 });
  expect(await sessionsOf(user.id)).toHaveLength(1);
});
