import { expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { actorByToken, createToken } from "@/lib/auth/api-tokens";
import { openConsoleSession, readConsoleSession } from "@/lib/auth/console-sessions";
import { readPasswordLink } from "@/lib/auth/password-links";
import { db } from "@/lib/db";
import { moveMembers } from "@/lib/teams/members";
import { holdAdministrators } from "@/lib/users/administrators";
import { changeUser } from "@/lib/users/change";
import { setDisabled } from "@/lib/users/disable";
import { lockUserRows, lockUsers } from "@/lib/users/lock";
import { exchangePassword, resetPassword, setPasswordByLink } from "@/lib/users/passwords";
import { linkFor } from "./accounts";
import { password, person } from "./people";

const ip = "10.9.9.9";

/** Another connection of this database has to wait for somebody's lock. */
async function somebodyWaits() {
  const [row] = await db.$queryRaw<[{ waiting: number }]>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row.waiting > 0;
}

test("who disables an administrator waits for whoever has them, and holds nothing up", async () => {
  const user = await person({ roles: ["administrator"] });
  await person({ roles: ["administrator"] });
  const { disabling } = await db.$transaction(async (tx) => {
    await lockUsers(tx, [user.id]);
    const disabling = setDisabled(bootstrapToken, { usernames: [user.username], disabled: true });
    await expect.poll(somebodyWaits).toBe(true);
    // As a demotion and an import do.
    await holdAdministrators(tx);
    return { disabling };
  });
  expect(await disabling).toMatchObject({ ok: true });
});

test("the same people disabled, demoted, moved and given links at once: nobody waits for ever", async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, () => person({ roles: ["administrator", "agent"], team: "Support" })),
  );
  const usernames = people.map(({ username }) => username);
  const teamId = people[0]?.teamId ?? "";
  const backwards = usernames.toReversed();
  const done = await Promise.allSettled([
    setDisabled(bootstrapToken, { usernames, disabled: true }),
    moveMembers(bootstrapToken, { usernames: backwards, teamId }),
    ...usernames.map((user) => changeUser(bootstrapToken, { user, change: { roles: ["agent"] } })),
    setDisabled(bootstrapToken, { usernames: backwards, disabled: true }),
    ...usernames.map((username) => resetPassword(bootstrapToken, { username })),
  ]);
  expect(done.map(({ status }) => status)).not.toContain("rejected");
});

test("of a link used and a reset made at once neither is lost, and nobody waits for ever", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  const { setting } = await db.$transaction(async (tx) => {
    await lockUserRows(tx, [user.id]);
    const setting = setPasswordByLink({ token, password: "a brand new one" }, ip);
    await expect.poll(somebodyWaits).toBe(true);
    // As a reset does, which has the user first.
    await tx.passwordLink.updateMany({ where: { userId: user.id }, data: { replacedAt: new Date() } });
    return { setting };
  });
  expect(await setting).toMatchObject({ code: "link-used" });
});

test("two who show the password that has to be changed at once each get a link; the later one counts", async () => {
  const user = await person();
  const given = { username: user.username, password: "for one day only" };
  await resetPassword(bootstrapToken, given);
  const both = await Promise.all(Array.from({ length: 4 }, () => exchangePassword(given, ip)));
  expect(both.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  const open = { userId: user.id, usedAt: null, replacedAt: null };
  expect(await db.passwordLink.count({ where: open })).toBe(1);
});

const credentialsOf = ({ username }: { username: string }) => ({
  ...{ username, password, timeZone: "UTC", userAgent: null, ip },
});

test("a console sign-in waits for whoever changes the account, and opens nothing in one that is disabled", async () => {
  const user = await person({ roles: ["supervisor"] });
  const { opening } = await db.$transaction(async (tx) => {
    await lockUserRows(tx, [user.id]);
    const opening = openConsoleSession(credentialsOf(user));
    await expect.poll(somebodyWaits).toBe(true);
    await tx.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    return { opening };
  });
  expect(await opening).toMatchObject({ code: "account-disabled" });
  expect(await db.consoleSession.count({ where: { userId: user.id } })).toBe(0);
});

test("a password that is reset while it signs somebody in opens nothing any more", async () => {
  const user = await person({ roles: ["supervisor"] });
  const { opening } = await db.$transaction(async (tx) => {
    await lockUserRows(tx, [user.id]);
    const opening = openConsoleSession(credentialsOf(user));
    await expect.poll(somebodyWaits).toBe(true);
    await tx.user.update({ where: { id: user.id }, data: { passwordHash: null } });
    return { opening };
  });
  expect(await opening).toMatchObject({ code: "invalid-credentials" });
});

test("what disabling closed stays closed when the account is enabled again", async () => {
  const user = await person({ roles: ["supervisor"] });
  const actor = { kind: "person" as const, id: user.id, roles: user.roles, scope: [] };
  const session = await openConsoleSession(credentialsOf(user));
  const token = await createToken(actor, { name: "Wallboard", days: 30, current: password, ip });
  if (!session.ok || !token.ok) throw new Error("neither session nor token");
  const reset = await resetPassword(bootstrapToken, { username: user.username });
  const link = reset.ok && reset.value ? new URL(reset.value.url).hash.slice(1) : "";
  // The reset has voided some of it already: here all of it is open.
  await db.consoleSession.updateMany({ where: { userId: user.id }, data: { revokedAt: null } });
  await db.apiToken.updateMany({ where: { userId: user.id }, data: { revokedAt: null } });
  expect(await readConsoleSession(session.value)).not.toBeNull();
  expect(await actorByToken(token.value.token)).not.toBeNull();
  expect(await readPasswordLink(link, ip)).toMatchObject({ ok: true });

  for (const disabled of [true, false])
    await setDisabled(bootstrapToken, { usernames: [user.username], disabled });
  expect(await readConsoleSession(session.value)).toBeNull();
  expect(await actorByToken(token.value.token)).toBeNull();
  expect(await readPasswordLink(link, ip)).toMatchObject({ code: "link-replaced" });
});
