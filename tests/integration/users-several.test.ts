import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { verifyAttempt } from "@/lib/auth/attempt";
import { db } from "@/lib/db";
import { endSessions } from "@/lib/sessions/commands";
import { EndSessions } from "@/lib/sessions/schema";
import { setDisabled } from "@/lib/users/disable";
import { countLocked, resetPasswords, unlockUsers } from "@/lib/users/several";
import { attempt, password, person, sessionsOf, signedIn, tell } from "./people";
import { audited, supervisorOf } from "./teams";

const call = {
  type: "interaction",
  interactionId: "c1",
  channel: "voice",
  direction: "inbound",
  phase: "started",
} as const;

const end = (actor: Actor, usernames: string[], more: Partial<EndSessions> = {}) =>
  endSessions(actor, EndSessions.parse({ usernames, reason: "Fire drill", ...more }));

let administrator: Actor;

beforeAll(async () => {
  const { id } = await person({ roles: ["administrator"], username: "root" });
  administrator = { kind: "person", id, roles: ["administrator"], scope: "all" };
});

const busyWith = async (username: string) => {
  const { sessionId, user } = await signedIn(username);
  expect(await tell({ id: sessionId, userId: user.id }, call)).toBe("stored");
  return sessionId;
};

const failOften = async (username: string) => {
  for (let time = 0; time < 10; time++) {
    await verifyAttempt({ username, password: "wrong wrong", ip: "10.9.9.9" });
  }
};

describe("ending the sessions of several", () => {
  test("ends those that are open, keeps why, and tells who was left", async () => {
    const [open, busy, out] = [await person(), await person(), await person()];
    const session = await signedIn(open.username);
    await busyWith(busy.username);

    const usernames = [open.username.toUpperCase(), busy.username, out.username, "nobody"];
    expect(await end(administrator, usernames)).toEqual({
      ok: true,
      value: {
        ended: 1,
        left: [
          { name: busy.name, code: "on-interaction" },
          { name: out.name, code: "not-signed-in" },
          { name: "nobody", code: "unknown-user" },
        ],
      },
    });
    expect((await sessionsOf(open.id))[0]).toMatchObject({
      cause: "ended_by_administrator",
      endReason: "Fire drill",
      endedById: administrator.id,
    });
    expect(await audited(session.sessionId)).toMatchObject([
      { verb: "session.end", actorId: administrator.id, detail: { note: "Fire drill" } },
    ]);
    expect((await sessionsOf(busy.id))[0]).toMatchObject({ logoutAt: null });
  });

  test("ends interactions, too, where that is said", async () => {
    const busy = await person();
    const sessionId = await busyWith(busy.username);
    expect(await end(administrator, [busy.username], { evenOnInteraction: true })).toMatchObject({
      value: { ended: 1, left: [] },
    });
    expect(await db.interaction.findFirst({ where: { sessionId } })).toMatchObject({
      endedAt: expect.any(Date),
    });
  });

  test("is not for a supervisor", async () => {
    const agent = await person();
    await signedIn(agent.username);
    await expect(end(supervisorOf(agent.teamId), [agent.username])).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});

describe("resetting the passwords of several", () => {
  test("makes a link for each, and voids what stood before", async () => {
    const [zoe, ana] = [await person({ name: "Zoe" }), await person({ name: "Ana", email: "a@example.org" })];
    const result = await resetPasswords(administrator, { usernames: [zoe.username, ana.username] });
    expect(result).toMatchObject({
      ok: true,
      value: {
        links: [
          { username: ana.username, name: "Ana", email: "a@example.org", link: expect.stringContaining("#") },
          { username: zoe.username, name: "Zoe", email: "", link: expect.stringContaining("#") },
        ],
        left: [],
      },
    });
    expect(new Set(result.value.links.map(({ link }) => link)).size).toBe(2);
    expect(await attempt(zoe.username)).toMatchObject({ code: "invalid-credentials" });
    expect((await audited(zoe.id)).map(({ verb }) => verb)).toEqual([
      "user.create",
      "user.reset-password",
      "user.make-password-link",
    ]);
  });

  test("leaves disabled accounts, strangers and one's own", async () => {
    const disabled = await person({ name: "Gone" });
    await setDisabled(administrator, { usernames: [disabled.username], disabled: true });
    const result = await resetPasswords(administrator, {
      usernames: [disabled.username, "root", "nobody"],
    });
    expect(result.value.links).toEqual([]);
    expect(result.value.left.map(({ code }) => code).toSorted()).toEqual([
      "account-disabled",
      "own-account",
      "unknown-user",
    ]);
    const root = await db.user.findFirstOrThrow({ where: { username: "root" } });
    expect(root.passwordHash).not.toBeNull();
  });

  test("is not for a supervisor", async () => {
    const agent = await person();
    const actor = supervisorOf(agent.teamId);
    await expect(resetPasswords(actor, { usernames: [agent.username] })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});

describe("unlocking several", () => {
  test("lets the right password in again, and tells who was not locked", async () => {
    const [locked, free] = [await person(), await person()];
    await failOften(locked.username);
    const usernames = [locked.username, free.username];
    const right = { username: locked.username, password, ip: "10.9.9.9" };
    expect(await verifyAttempt(right)).toMatchObject({ code: "too-many-attempts" });
    expect(await countLocked(administrator, { usernames })).toMatchObject({ value: { locked: 1 } });

    expect(await unlockUsers(administrator, { usernames })).toEqual({
      ok: true,
      value: { unlocked: 1, left: [{ name: free.name, code: "not-locked" }] },
    });
    expect(await verifyAttempt(right)).toMatchObject({ ok: true });
    expect((await audited(locked.id)).map(({ verb }) => verb)).toEqual(["user.create", "user.unlock"]);
    expect(await audited(free.id)).toHaveLength(1);
  });

  test("is not for a supervisor, who counts within the own teams alone", async () => {
    const agent = await person({ team: "Elsewhere" });
    await failOften(agent.username);
    const usernames = [agent.username];
    const [theirs, other] = [supervisorOf(agent.teamId), supervisorOf(uuidv7())];
    await expect(unlockUsers(theirs, { usernames })).rejects.toMatchObject({ code: "not-allowed" });
    expect(await countLocked(theirs, { usernames })).toMatchObject({ value: { locked: 1 } });
    expect(await countLocked(other, { usernames })).toMatchObject({ value: { locked: 0 } });
  });
});
