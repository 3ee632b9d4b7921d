import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { bootstrapToken } from "@/lib/auth/actor";
import { openConsoleSession, readConsoleSession } from "@/lib/auth/console-sessions";
import { endOtherSessions, endOwnSession, listOwnSessions } from "@/lib/auth/own-sessions";
import { db } from "@/lib/db";
import { changeOwnPassword } from "@/lib/users/passwords";
import { changePreferences, PreferencesPatch, readProfile } from "@/lib/users/preferences";
import { linkFor } from "./accounts";
import { password, person } from "./people";

beforeEach(async () => {
  await db.failedSignIn.deleteMany();
});

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

async function signedIn(username: string, userAgent: string | null = chrome) {
  const opened = await openConsoleSession({
    username,
    password,
    timeZone: "Europe/Madrid",
    userAgent,
    ip: "10.1.2.3",
  });
  if (!opened.ok) throw new Error(opened.code);
  const session = await readConsoleSession(opened.value);
  if (!session) throw new Error("no session");
  return session;
}

const supervisor = () => person({ roles: ["supervisor"], supervises: ["Billing"] });
const entries = (subject: string) =>
  db.auditEntry.findMany({ where: { subject }, select: { verb: true, actorId: true } });

test("what a person chose is what their sessions read by, wherever they sign in", async () => {
  const { username, id } = await supervisor();
  const before = await signedIn(username);
  expect(before).toMatchObject({ timeZone: "Europe/Madrid", clock: "h23", theme: null, language: null });
  await changePreferences(before.actor, { timeZone: "Asia/Tokyo", clock: "h12" });
  await changePreferences(before.actor, { theme: "dark" });
  const after = { timeZone: "Asia/Tokyo", browserTimeZone: "Europe/Madrid", clock: "h12", theme: "dark" };
  expect(await readConsoleSession(before.id)).toMatchObject(after);
  expect(await signedIn(username)).toMatchObject(after);
  await changePreferences(before.actor, { timeZone: null });
  expect(await readConsoleSession(before.id)).toMatchObject({ timeZone: "Europe/Madrid", clock: "h12" });
  // A zone that is no more: the browser's.
  await db.userPreference.update({ where: { userId: id }, data: { timeZone: "Mars/Olympus" } });
  expect(await readConsoleSession(before.id)).toMatchObject({ timeZone: "Europe/Madrid", clock: "h12" });
  expect(await readProfile(before.actor)).toMatchObject({
    username,
    team: "Billing",
    supervises: ["Billing"],
    preferences: { timeZone: null, clock: "h12", theme: "dark", language: null },
  });
});

test.each([
  { timeZone: "Mars/Olympus" },
  { clock: "h24" },
  { theme: "pink" },
  { language: "<b>" },
  { other: 1 },
])("%o is no preference", (patch) => {
  expect(PreferencesPatch.safeParse(patch).success).toBe(false);
});

test("a token without a person has no profile", async () => {
  const refused = { code: "needs-a-person" };
  await expect(changePreferences(bootstrapToken, { clock: "h12" })).rejects.toMatchObject(refused);
  await expect(readProfile(bootstrapToken)).rejects.toMatchObject(refused);
  await expect(listOwnSessions(bootstrapToken)).rejects.toMatchObject(refused);
  const sessionId = crypto.randomUUID();
  await expect(endOwnSession(bootstrapToken, { sessionId })).rejects.toMatchObject(refused);
  await expect(endOtherSessions(bootstrapToken, { sessionId })).rejects.toMatchObject(refused);
});

test("changing one's own password needs the current one and signs out everywhere else", async () => {
  const { username, id } = await supervisor();
  const [here, there] = [await signedIn(username), await signedIn(username)];
  const link = await db.passwordLink.count({ where: { userId: id } });
  expect(link).toBe(0);
  const change = (current: string, next: string) =>
    changeOwnPassword(here.actor, { current, password: next, session: here });
  expect(await change("wrong", "a brand new one")).toMatchObject({ code: "invalid-credentials" });
  expect(await change(password, username)).toMatchObject({ code: "weak-password" });
  expect(await change(password, "a brand new one")).toEqual({ ok: true, value: { signedOut: 1 } });
  expect(await readConsoleSession(here.id)).not.toBeNull();
  expect(await readConsoleSession(there.id)).toBeNull();
  expect(await change(password, "one more")).toMatchObject({ code: "invalid-credentials" });
  expect(await entries(id)).toContainEqual({ verb: "user.change-password", actorId: id });
});

test("an open session is no way to guess a password", async () => {
  const { username } = await supervisor();
  const here = await signedIn(username);
  const change = (current: string) =>
    changeOwnPassword(here.actor, { current, password: "a brand new one", session: here });
  for (let time = 0; time < 10; time++)
    expect(await change("wrong")).toMatchObject({ code: "invalid-credentials" });
  expect(await change(password)).toMatchObject({ code: "too-many-attempts" });
});

test("a new password closes the links there are", async () => {
  const { username, id } = await supervisor();
  const here = await signedIn(username);
  await linkFor(username);
  // Put back: a reset voids the password.
  const { passwordHash } = await db.user.findFirstOrThrow({
    where: { username: (await supervisor()).username },
  });
  await db.user.update({ where: { id }, data: { passwordHash } });
  await changeOwnPassword(here.actor, { current: password, password: "a brand new one", session: here });
  expect(await db.passwordLink.findFirst({ where: { userId: id } })).toMatchObject({
    replacedAt: expect.any(Date),
  });
});

test("the list of own sessions says where they are", async () => {
  const { username } = await supervisor();
  const [first, second, third] = [
    await signedIn(username),
    await signedIn(username, iphone),
    await signedIn(username, null),
  ];
  await signedIn((await supervisor()).username);
  const places = Object.fromEntries((await listOwnSessions(first.actor)).map((row) => [row.id, row.place]));
  expect(places).toEqual({
    [first.id]: { browser: "Chrome", version: "126", os: "Windows", handheld: false },
    [second.id]: { browser: "Safari", version: "17", os: "iOS", handheld: true },
    [third.id]: { browser: null, version: null, os: null, handheld: false },
  });
});

test("one's own sessions can be ended, one or all others, and nobody else's", async () => {
  const { username, id } = await supervisor();
  const [here, there, everywhere] = [
    await signedIn(username),
    await signedIn(username),
    await signedIn(username),
  ];
  const stranger = await signedIn((await supervisor()).username);
  const end = (actor: Actor, sessionId: string) => endOwnSession(actor, { sessionId });
  expect(await end(here.actor, stranger.id)).toMatchObject({ code: "not-found" });
  expect(await end(here.actor, there.id)).toMatchObject({ ok: true });
  expect(await end(here.actor, there.id)).toMatchObject({ code: "not-found" });
  expect(await readConsoleSession(there.id)).toBeNull();
  expect(await endOtherSessions(here.actor, { sessionId: here.id })).toEqual({
    ok: true,
    value: { signedOut: 1 },
  });
  expect(await readConsoleSession(everywhere.id)).toBeNull();
  expect((await listOwnSessions(here.actor)).map((row) => row.id)).toEqual([here.id]);
  expect(await readConsoleSession(stranger.id)).not.toBeNull();
  expect(await entries(there.id)).toEqual([{ verb: "console-session.end", actorId: id }]);
  expect(await entries(id)).toContainEqual({ verb: "console-session.end-others", actorId: id });
});
