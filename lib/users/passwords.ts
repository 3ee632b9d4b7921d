import { z } from "zod";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope, mayManage, personOf } from "@/lib/auth/actor";
import { countTokens, voidTokens } from "@/lib/auth/api-tokens";
import { verifyAttempt } from "@/lib/auth/attempt";
import { revokeConsoleSessionsOf } from "@/lib/auth/console-sessions";
import { forgiveFailures, readLock } from "@/lib/auth/locks";
import {
  closePasswordLinks,
  LinkToken,
  makeOwnPasswordLink,
  makePasswordLinks,
  readPasswordLink,
  spendPasswordLink,
} from "@/lib/auth/password-links";
import { keepsRules, NewPassword } from "@/lib/auth/password-rules";
import { hashPassword } from "@/lib/auth/passwords";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { line } from "@/lib/text";
import { lockUserRows } from "./lock";
import { findByUsername } from "./queries";

export const WhoseAccount = z.object({ username: line(256) });
export type WhoseAccount = z.output<typeof WhoseAccount>;

export const ResetPassword = WhoseAccount.extend({
  /** To be changed at the next sign-in; without it a link is made. */
  password: NewPassword.optional(),
});
export type ResetPassword = z.output<typeof ResetPassword>;

export const Credentials = z.object({ username: line(256), password: z.string().max(1024) });
export type Credentials = z.output<typeof Credentials>;

export const OwnPasswords = z.object({ current: z.string().max(1024), password: NewPassword });
type ChangeOwnPassword = z.output<typeof OwnPasswords> & { session: { id: string; ip: string | null } };

export const SetPassword = z.object({ token: LinkToken, password: NewPassword });
export type SetPassword = z.output<typeof SetPassword>;

/**
 * Makes a password void at once, and with it what it opened: sessions of the console and personal tokens. In its place comes a one-time link, or a
 * password that is good for nothing but setting another one.
 */
export async function resetPassword(actor: Actor, { username, password }: ResetPassword) {
  const found = await accountFor(actor, username);
  if (!found.ok) return found;
  const user = await db.user.findUniqueOrThrow({ where: { id: found.value.id } });
  if (password !== undefined && !keepsRules(password, user)) return fail("weak-password");
  const passwordHash = password === undefined ? null : await hashPassword(password);

  return db.$transaction(async (tx) => {
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash, mustChangePassword: passwordHash !== null },
    });
    await revokeConsoleSessionsOf(tx, [user.id]);
    await voidTokens(tx, [user.id]);
    await audit(tx, actor, { verb: "user.reset-password", subject: user.id });
    if (passwordHash !== null) {
      await closePasswordLinks(tx, [user.id]);
      return ok(null);
    }
    const [link] = await makePasswordLinks(tx, actor, [user.id]);
    return ok(link ?? null);
  });
}

/** Forgives the failed attempts of a name, so that the right password works again at once. */
export async function unlockUser(actor: Actor, { username }: WhoseAccount) {
  const found = await accountFor(actor, username);
  if (!found.ok) return found;

  return db.$transaction(async (tx) => {
    const lock = await readLock(tx, username);
    await forgiveFailures(tx, username);
    await audit(tx, actor, { verb: "user.unlock", subject: found.value.id });
    return ok({ wasLocked: lock !== null });
  });
}

/** Revokes all personal tokens of somebody. */
export async function revokeTokensOf(actor: Actor, { username }: WhoseAccount) {
  const found = await accountFor(actor, username);
  if (!found.ok) return found;
  const { id } = found.value;

  return db.$transaction(async (tx) => {
    const revoked = await voidTokens(tx, [id]);
    if (revoked > 0) await audit(tx, actor, { verb: "user.revoke-tokens", subject: id });
    return ok({ revoked });
  });
}

/**
 * A person changes their own password, which they have to know. Signs them out of the console everywhere but here; their
 * tokens work on. Wrong
 * guesses count as failed attempts to sign in: an open session must not be a way around them.
 */
export async function changeOwnPassword(actor: Actor, { current, password, session }: ChangeOwnPassword) {
  const id = personOf(actor);
  const user = await db.user.findUniqueOrThrow({ where: { id } });
  const verified = await verifyAttempt({ username: user.username, password: current, ip: session.ip });
  if (!verified.ok) return fail(verified.code);
  if (!keepsRules(password, user)) return fail("weak-password");
  const passwordHash = await hashPassword(password);

  return db.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash, mustChangePassword: false } });
    await closePasswordLinks(tx, [id]);
    const signedOut = await revokeConsoleSessionsOf(tx, [id], session.id);
    await audit(tx, actor, { verb: "user.change-password", subject: id });
    return ok({ signedOut });
  });
}

/** What somebody signs in with, and what stands in the way. */
export async function readPasswordState(actor: Actor, { username }: WhoseAccount) {
  authorize(actor, "users:read");
  const found = await findByUsername(db, username);
  if (!found || !inScope(actor, found.teamId)) return fail("not-found");
  const now = await databaseNow(db);
  const [lock, link, tokens, user] = await Promise.all([
    readLock(db, username),
    db.passwordLink.findFirst({
      where: { userId: found.id, usedAt: null, replacedAt: null, expiresAt: { gt: now } },
    }),
    countTokens(found.id, now),
    db.user.findUniqueOrThrow({ where: { id: found.id }, select: { mustChangePassword: true } }),
  ]);
  return ok({
    lock,
    linkUntil: link?.expiresAt ?? null,
    hasPassword: found.passwordHash !== null,
    mustChange: user.mustChangePassword,
    tokens,
    now,
  });
}
export type PasswordState = Extract<Awaited<ReturnType<typeof readPasswordState>>, { ok: true }>["value"];

/** The account that an actor may repair. */
async function accountFor(actor: Actor, username: string) {
  authorize(actor, "users:write");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  return mayManage(actor, user) ? ok(user) : fail("not-allowed");
}

/** A link for whoever signs in with a password that is good for nothing but setting another one. */
export async function exchangePassword(given: Credentials, ip: string | null) {
  const verified = await verifyAttempt({ ...given, ip });
  if (!verified.ok) return fail(verified.code);
  return db.$transaction(async (tx) => {
    await lockUserRows(tx, [verified.value.userId]);
    const user = await tx.user.findUniqueOrThrow({ where: { id: verified.value.userId } });
    if (user.disabledAt) return fail("account-disabled");
    if (!user.mustChangePassword) return fail("not-allowed");
    return ok(await makeOwnPasswordLink(tx, user));
  });
}

/** Sets a person's own password with their link, uses it up, and signs them out of the console everywhere. */
export async function setPasswordByLink({ token, password }: SetPassword, ip: string | null) {
  const link = await readPasswordLink(token, ip);
  if (!link.ok) return link;
  const user = link.value;
  if (!keepsRules(password, user)) return fail("weak-password");
  const passwordHash = await hashPassword(password);

  return db.$transaction(async (tx) => {
    await lockUserRows(tx, [user.id]);
    // Two at this very moment: the first one counts.
    if (!(await spendPasswordLink(tx, token))) return fail("link-used");
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, mustChangePassword: false } });
    await revokeConsoleSessionsOf(tx, [user.id]);
    await forgiveFailures(tx, user.username);
    const themself: Actor = { kind: "person", id: user.id, roles: user.roles, scope: [] };
    await audit(tx, themself, { verb: "user.set-password", subject: user.id });
    return ok({ username: user.username, roles: user.roles });
  });
}
