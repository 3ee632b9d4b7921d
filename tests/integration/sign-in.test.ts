import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { endUserSession, signOut } from "@/lib/sessions/commands";
import { listSessions } from "@/lib/sessions/history";
import { Client } from "@/lib/sessions/schema";
import { signIn } from "@/lib/sessions/sign-in";
import type { User } from "@/prisma/generated/client";
import { attempt, desktop, password, person, phone, sessionsOf, signedIn } from "./people";

let user: User;

beforeEach(async () => {
  user = await person();
  await beat();
});

describe("signing in", () => {
  test("opens a session with the facts of the app", async () => {
    const result = await signedIn(user.username);
    const [session] = await sessionsOf(user.id);
    expect(session).toMatchObject({
      id: result.sessionId,
      teamId: user.teamId,
      platform: "mobile",
      version: "2.17.60",
      build: "2.62740",
      osName: "iOS",
      device: "iPhone 8 Plus",
      ip: "10.1.2.3",
      logoutAt: null,
    });
    expect(await db.seat.findUnique({ where: { userId: user.id } })).toMatchObject({
      open: true,
      state: "not_ready",
    });
  });

  test("takes a name whatever its case", async () => {
    expect((await attempt(user.username.toUpperCase())).ok).toBe(true);
  });

  test.each([
    ["a wrong password", (name: string) => ({ username: name, password: "wrong" })],
    ["an unknown name", () => ({ username: "nobody", password })],
  ])("%s gives the one answer", async (_, credentials) => {
    const result = await signIn(
      { ...credentials(user.username), client: phone },
      { ip: null, userAgent: null },
    );
    expect(result).toMatchObject({ ok: false, code: "invalid-credentials" });
  });

  test("a user without a password cannot sign in", async () => {
    const without = await person({ password: undefined });
    expect(await attempt(without.username)).toMatchObject({ code: "invalid-credentials" });
  });

  test("a disabled account is refused, after the password", async () => {
    await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await attempt(user.username)).toMatchObject({ code: "account-disabled" });
  });

  test("an account that is no agent's is refused", async () => {
    const analyst = await person({ roles: ["analyst"] });
    expect(await attempt(analyst.username)).toMatchObject({ code: "app-not-allowed" });
  });
});

describe("taking over", () => {
  test("is asked first; refusing changes nothing", async () => {
    await signedIn(user.username);
    const before = await db.seat.findUnique({ where: { userId: user.id } });
    expect(await attempt(user.username, { client: desktop })).toMatchObject({ code: "seat-taken" });
    expect(await db.seat.findUnique({ where: { userId: user.id } })).toEqual(before);
    expect(await sessionsOf(user.id)).toHaveLength(1);
    expect(await db.installation.count({ where: { userId: user.id } })).toBe(1);
  });

  test("ends the first session where the second begins", async () => {
    await signedIn(user.username);
    await signedIn(user.username, { client: desktop });
    const [first, second] = await sessionsOf(user.id);
    expect(first).toMatchObject({ cause: "taken_over", certainty: "exact", endedById: user.id });
    expect(second?.loginAt).toEqual(first?.logoutAt);
    expect(second?.logoutAt).toBeNull();
  });

  test("two at the same instant have one winner", async () => {
    await signedIn(user.username);
    const asked = await attempt(user.username, { client: desktop });
    if (asked.ok || asked.code !== "seat-taken") throw new Error("expected the question");
    const { takeOver } = asked.detail;
    const both = await Promise.all([
      attempt(user.username, { client: desktop, takeOver }),
      attempt(user.username, { client: desktop, takeOver }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.filter((result) => !result.ok && result.code === "seat-taken")).toHaveLength(1);
    expect(await sessionsOf(user.id)).toHaveLength(2);
  });

  test("a permit is for the seat as it was", async () => {
    await signedIn(user.username);
    const asked = await attempt(user.username, { client: desktop });
    if (asked.ok || asked.code !== "seat-taken") throw new Error("expected the question");
    await signedIn(user.username, { client: { ...phone, device: "Pixel 9" } });
    expect(await attempt(user.username, { client: desktop, takeOver: asked.detail.takeOver })).toMatchObject({
      code: "seat-taken",
    });
  });

  test("the same installation continues without a question", async () => {
    // As Apple writes it.
    const installId = crypto.randomUUID().toUpperCase();
    const client = Client.parse({ app: "Mobile", version: "2.17.60", os: { name: "iOS" }, installId });
    await signedIn(user.username, { client });
    expect((await attempt(user.username, { client })).ok).toBe(true);
    expect((await sessionsOf(user.id))[0]).toMatchObject({ cause: "same_device" });
  });

  test("another person on a shared device ends the first one's session there, and no other", async () => {
    const client = { ...phone, installId: crypto.randomUUID() };
    const [next, elsewhere] = [await person(), await person()];
    await signedIn(user.username, { client });
    await signedIn(elsewhere.username, { client });
    await signedIn(elsewhere.username, { client: desktop });
    await signedIn(user.username, { client });
    await signedIn(next.username, { client });
    expect((await sessionsOf(user.id)).at(-1)).toMatchObject({ cause: "same_device", endedById: next.id });
    expect((await sessionsOf(elsewhere.id)).at(-1)).toMatchObject({ logoutAt: null });
    expect((await sessionsOf(next.id)).at(-1)).toMatchObject({ logoutAt: null });
  });

  test("a shared device whose next sign-in is refused changes nothing for the first person", async () => {
    const client = { ...phone, installId: crypto.randomUUID() };
    const next = await person();
    await signedIn(user.username, { client });
    await signedIn(next.username, { client: desktop });
    expect(await attempt(next.username, { client })).toMatchObject({ code: "seat-taken" });
    expect((await sessionsOf(user.id)).at(-1)).toMatchObject({ logoutAt: null });
  });

  test("two people who swap two shared devices at once do not block each other", async () => {
    const one = { ...phone, installId: crypto.randomUUID() };
    const two = { ...phone, installId: crypto.randomUUID() };
    const other = await person();
    await signedIn(user.username, { client: one });
    await signedIn(other.username, { client: two });
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        signedIn(user.username, { client: two }),
        signedIn(other.username, { client: one }),
      ]);
      await Promise.all([
        signedIn(user.username, { client: one }),
        signedIn(other.username, { client: two }),
      ]);
    }
    const open = [...(await sessionsOf(user.id)), ...(await sessionsOf(other.id))].filter(
      (one) => !one.logoutAt,
    );
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThanOrEqual(2);
  });

  test("a new installation that signs in several times at once asks nobody about themselves", async () => {
    const client = { ...phone, installId: crypto.randomUUID() };
    const all = await Promise.all(Array.from({ length: 5 }, () => attempt(user.username, { client })));
    expect(all.filter((result) => !result.ok)).toEqual([]);
    expect(await db.installation.count({ where: { userId: user.id } })).toBe(1);
  });

  test("twenty sign-ins at once leave one open session", async () => {
    await Promise.all(Array.from({ length: 20 }, () => attempt(user.username)));
    const sessions = await sessionsOf(user.id);
    expect(sessions.filter((session) => session.logoutAt === null)).toHaveLength(1);
  });
});

describe("ending", () => {
  test("the agent's own sign-out is exact, and final", async () => {
    const { sessionId } = await signedIn(user.username);
    const session = { id: sessionId, userId: user.id };
    expect((await signOut(session)).ok).toBe(true);
    expect(await signOut(session)).toMatchObject({ code: "session-ended" });
    expect((await sessionsOf(user.id))[0]).toMatchObject({
      cause: "signed_out",
      certainty: "exact",
      endedAt: null,
    });
  });

  test("by an administrator keeps who and why, also in the audit", async () => {
    const { sessionId } = await signedIn(user.username);
    const admin = await person({ roles: ["administrator"] });
    const actor: Actor = { kind: "person", id: admin.id, roles: ["administrator"], scope: "all" };
    const result = await endUserSession(actor, { username: user.username, reason: "Phone was stolen" });
    expect(result).toMatchObject({ ok: true, value: { sessionId } });
    expect((await sessionsOf(user.id))[0]).toMatchObject({
      cause: "ended_by_administrator",
      endedById: admin.id,
      endReason: "Phone was stolen",
    });
    const entry = await db.auditEntry.findFirst({ where: { subject: sessionId }, include: { detail: true } });
    expect(entry).toMatchObject({
      verb: "session.end",
      actorId: admin.id,
      detail: { note: "Phone was stolen" },
    });
  });

  test("nobody to end is said so", async () => {
    const input = { username: user.username, reason: "x" };
    expect(await endUserSession(bootstrapToken, input)).toMatchObject({ code: "not-signed-in" });
    expect(await endUserSession(bootstrapToken, { ...input, username: "nobody" })).toMatchObject({
      code: "not-found",
    });
  });

  test("a supervisor may not, and sees no other team", async () => {
    const supervisor: Actor = {
      kind: "person",
      id: user.id,
      roles: ["supervisor"],
      scope: [crypto.randomUUID()],
    };
    await expect(endUserSession(supervisor, { username: user.username, reason: "x" })).rejects.toThrow(
      "sessions:end",
    );
    expect(await listSessions(supervisor, user.username, { limit: 10 })).toMatchObject({ code: "not-found" });
  });
});
