import { beforeEach, expect, test } from "vitest";
import { type Actor, bootstrapToken, mayManage } from "@/lib/auth/actor";
import { openConsoleSession, readConsoleSession } from "@/lib/auth/console-sessions";
import { readLock } from "@/lib/auth/locks";
import { readPasswordLink } from "@/lib/auth/password-links";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { signIn } from "@/lib/sessions/sign-in";
import {
  exchangePassword,
  readPasswordState,
  resetPassword,
  setPasswordByLink,
  unlockUser,
} from "@/lib/users/passwords";
import { administratorOf, linkFor, supervisorOf, tokenIn } from "./accounts";
import { attempt, desktop, password, person, phone, signedIn } from "./people";

beforeEach(async () => {
  await db.failedSignIn.deleteMany();
});

const ip = "10.9.9.9";
const hour = 3600;
const origin = { ip: "10.1.2.3", userAgent: "test" };

test("a reset voids the old password at once; the link sets a new one, once", async () => {
  const user = await person();
  const session = await signedIn(user.username);
  const token = await linkFor(user.username);
  expect(await attempt(user.username)).toMatchObject({ code: "invalid-credentials" });
  expect(await readPasswordLink(token, ip)).toMatchObject({
    value: { id: user.id, username: user.username, name: user.name },
  });

  const chosen = "a brand new one";
  expect(await setPasswordByLink({ token, password: chosen }, ip)).toMatchObject({ ok: true });
  expect(await readPasswordLink(token, ip)).toMatchObject({ code: "link-used" });
  expect(await setPasswordByLink({ token, password: "another new one" }, ip)).toMatchObject({
    code: "link-used",
  });
  const again = await signIn({ username: user.username, password: chosen, client: phone }, origin);
  // The app stayed signed in all the while.
  expect(again).toMatchObject({ code: "seat-taken" });
  expect(await db.seat.findUnique({ where: { userId: user.id } })).toMatchObject({
    open: true,
    sessionId: session.sessionId,
  });
  const verbs = await db.auditEntry.findMany({ where: { subject: user.id }, orderBy: { at: "asc" } });
  expect(verbs.map(({ verb, actorKind, actorId }) => [verb, actorKind, actorId])).toEqual([
    ["user.create", "api_token", null],
    ["user.reset-password", "api_token", null],
    ["user.make-password-link", "api_token", null],
    ["user.set-password", "person", user.id],
  ]);
});

test("a new password signs its owner out of the console everywhere", async () => {
  const user = await person({ roles: ["supervisor"] });
  const open = async (secret: string) =>
    openConsoleSession({ username: user.username, password: secret, timeZone: "UTC", userAgent: null, ip });
  const before = await open(password);
  if (!before.ok) throw new Error(before.code);
  const token = await linkFor(user.username);
  expect(await readConsoleSession(before.value)).toBeNull();
  await setPasswordByLink({ token, password: "a brand new one" }, ip);
  expect(await open(password)).toMatchObject({ code: "invalid-credentials" });
  expect(await open("a brand new one")).toMatchObject({ ok: true });
});

test("a reset to a given password closes the links there are", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  const weak = await resetPassword(bootstrapToken, { username: user.username, password: "short" });
  expect(weak).toMatchObject({ code: "weak-password" });
  const reset = await resetPassword(bootstrapToken, {
    username: user.username,
    password: "for one day only",
  });
  expect(reset).toEqual({ ok: true, value: null });
  expect(await readPasswordLink(token, ip)).toMatchObject({ code: "link-replaced" });
  expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({ mustChangePassword: true });
});

test("a password that somebody else chose is good for nothing but setting another one", async () => {
  const user = await person({ roles: ["agent", "supervisor"] });
  const given = { username: user.username, password: "for one day only" };
  const credentials = { ...given, timeZone: "UTC", userAgent: null, ip };
  expect(await exchangePassword({ ...given, password }, ip)).toMatchObject({ code: "not-allowed" });
  await resetPassword(bootstrapToken, given);
  expect(await exchangePassword({ ...given, password }, ip)).toMatchObject({ code: "invalid-credentials" });
  expect(await openConsoleSession(credentials)).toMatchObject({ code: "password-change-required" });
  const refused = await signIn({ ...given, client: phone }, origin);
  if (refused.ok || refused.code !== "password-change-required") throw new Error("signed in");
  expect(await db.seat.findUnique({ where: { userId: user.id } })).toMatchObject({ open: false });

  const exchanged = await exchangePassword(given, ip);
  if (!exchanged.ok) throw new Error(exchanged.code);
  expect(await readPasswordLink(tokenIn(refused.detail.url), ip)).toMatchObject({ code: "link-replaced" });
  const token = tokenIn(exchanged.value.url);
  expect(await readPasswordLink(token, ip)).toMatchObject({ value: { id: user.id, asked: "by-sign-in" } });
  await setPasswordByLink({ token, password: "a brand new one" }, ip);
  const chosen = { ...given, password: "a brand new one" };
  expect(await signIn({ ...chosen, client: phone }, origin)).toMatchObject({ ok: true });
  expect(await openConsoleSession({ ...credentials, ...chosen })).toMatchObject({ ok: true });
});

test("a lost session goes on without the password that has to be changed", async () => {
  const user = await person();
  const session = await signedIn(user.username, { client: desktop });
  await resetPassword(bootstrapToken, { username: user.username, password: "for one day only" });
  expect(await signIn({ resume: session.token, client: desktop }, origin)).toMatchObject({ ok: true });
});

test("a disabled account exchanges nothing", async () => {
  const user = await person();
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  expect(await exchangePassword({ username: user.username, password }, ip)).toMatchObject({
    code: "account-disabled",
  });
});

test("what an account's page knows of its password, its link and its lock", async () => {
  const user = await person({ team: "Sales" });
  const read = (actor: Actor) => readPasswordState(actor, user);
  expect(await read(supervisorOf(user.teamId))).toMatchObject({
    value: { hasPassword: true, mustChange: false, linkUntil: null, lock: null },
  });
  await linkFor(user.username);
  const now = await databaseNow(db);
  const state = await read(supervisorOf(user.teamId));
  if (!state.ok) throw new Error(state.code);
  expect(state.value).toMatchObject({ hasPassword: false });
  expect((state.value.linkUntil?.getTime() ?? 0) - now.getTime()).toBeGreaterThan(71 * hour * 1000);
  await resetPassword(bootstrapToken, { username: user.username, password: "for one day only" });
  expect(await read(bootstrapToken)).toMatchObject({ value: { mustChange: true, linkUntil: null } });

  const elsewhere = await person({ team: "Support" });
  expect(await read(supervisorOf(elsewhere.teamId))).toMatchObject({ code: "not-found" });
  await expect(read({ ...supervisorOf(user.teamId), roles: ["analyst"] })).rejects.toMatchObject({
    code: "not-allowed",
  });
});

test("whom a reset and an unlocking are refused", async () => {
  const user = await person({ team: "Sales" });
  const other = await person({ team: "Support" });
  for (const command of [resetPassword, unlockUser]) {
    await expect(command(supervisorOf(user.teamId), user)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await command(bootstrapToken, { username: "nobody" })).toMatchObject({ code: "not-found" });
    const elsewhere = administratorOf(other.teamId);
    expect(await command(elsewhere, { username: user.username })).toMatchObject({ code: "not-found" });
  }
});

test("nobody but an administrator lays hands on the account of one", async () => {
  const [agent, administrator] = [await person(), await person({ roles: ["agent", "administrator"] })];
  const supervisor = supervisorOf(agent.teamId);
  expect(mayManage(supervisor, agent)).toBe(true);
  expect(mayManage(supervisor, administrator)).toBe(false);
  expect(mayManage(administratorOf(agent.teamId), administrator)).toBe(true);
});

test("unlocking lets the right password in at all addresses, and says whether it was needed", async () => {
  const user = await person();
  const wrong = (from: string) =>
    signIn({ username: user.username, password: "wrong", client: phone }, { ip: from, userAgent: null });
  expect(await readLock(db, user.username)).toBeNull();
  for (let time = 0; time < 10; time++) await wrong("203.0.113.1");
  expect(await readLock(db, user.username)).toMatchObject({ failures: 10, addresses: ["203.0.113.1"] });
  for (let net = 2; net < 6; net++) for (let time = 0; time < 10; time++) await wrong(`203.0.113.${net}`);
  const lock = await readLock(db, user.username.toUpperCase());
  const now = await databaseNow(db);
  expect(lock).toMatchObject({ failures: 50, addresses: "all" });
  expect(lock?.until.getTime()).toBeGreaterThan(now.getTime());
  expect(await attempt(user.username)).toMatchObject({ code: "too-many-attempts" });

  expect(await unlockUser(bootstrapToken, user)).toEqual({ ok: true, value: { wasLocked: true } });
  expect(await readLock(db, user.username)).toBeNull();
  expect(await attempt(user.username)).toMatchObject({ ok: true });
  expect(await unlockUser(bootstrapToken, user)).toEqual({ ok: true, value: { wasLocked: false } });
});
