import { auditEach } from "@/lib/audit/commands";
import { type Actor, authorize, mayManage } from "@/lib/auth/actor";
import { voidTokens } from "@/lib/auth/api-tokens";
import { revokeConsoleSessionsOf } from "@/lib/auth/console-sessions";
import { linkLines } from "@/lib/auth/link-list";
import { forgiveFailuresOf, lockedAmong } from "@/lib/auth/locks";
import { makePasswordLinks } from "@/lib/auth/password-links";
import { db } from "@/lib/db";
import { ok } from "@/lib/result";
import { partBy, unknownOnes } from "./left";
import { lockUserRows } from "./lock";
import { findAmong } from "./queries";
import type { SomeAccounts, SomeUsers } from "./schema";

// To each of several, whatever becomes of the others: who was left as they were is told, and why.

/**
 * Makes the passwords of several void, and with them what they opened, as `resetPassword` does; each gets a one-time link.
 * Nobody resets their own so: the links would go with the session that asked for them.
 */
export async function resetPasswords(actor: Actor, { usernames }: SomeAccounts) {
  authorize(actor, "users:write");

  return db.$transaction(async (tx) => {
    const { users, unknown } = await findAmong(tx, actor, usernames);
    const found = users.map((user) => user.id);
    await lockUserRows(tx, found);
    const standing = await tx.user.findMany({
      where: { id: { in: found } },
      select: {
        id: true,
        username: true,
        name: true,
        email: true,
        teamId: true,
        roles: true,
        disabledAt: true,
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const { chosen, left } = partBy(standing, (user) => {
      if (user.id === actor.id) return "own-account";
      if (!mayManage(actor, user)) return "not-allowed";
      return user.disabledAt ? "account-disabled" : null;
    });

    const ids = chosen.map((user) => user.id);
    const data = { passwordHash: null, mustChangePassword: false };
    await tx.user.updateMany({ where: { id: { in: ids } }, data });
    await revokeConsoleSessionsOf(tx, ids);
    await voidTokens(tx, ids);
    await auditEach(
      tx,
      actor,
      ids.map((subject) => ({ verb: "user.reset-password", subject })),
    );
    const links = await makePasswordLinks(tx, actor, ids);
    return ok({ links: linkLines(chosen, links), left: [...left, ...unknownOnes(unknown)] });
  });
}

/** Forgives the failed attempts of those among several who are locked out. */
export async function unlockUsers(actor: Actor, { usernames }: SomeAccounts) {
  authorize(actor, "users:write");

  return db.$transaction(async (tx) => {
    const { users, unknown } = await findAmong(tx, actor, usernames);
    const locked = new Set(
      await lockedAmong(
        tx,
        users.map((user) => user.username),
      ),
    );
    const { chosen, left } = partBy(users, (user) => {
      if (!mayManage(actor, user)) return "not-allowed";
      return locked.has(user.username) ? null : "not-locked";
    });

    await forgiveFailuresOf(
      tx,
      chosen.map((user) => user.username),
    );
    await auditEach(
      tx,
      actor,
      chosen.map(({ id }) => ({ verb: "user.unlock", subject: id })),
    );
    return ok({ unlocked: chosen.length, left: [...left, ...unknownOnes(unknown)] });
  });
}

/** How many of these users are locked out now. */
export async function countLocked(actor: Actor, { usernames }: SomeUsers) {
  authorize(actor, "users:read");
  const { users } = await findAmong(db, actor, usernames);
  const locked = await lockedAmong(
    db,
    users.map((user) => user.username),
  );
  return ok({ locked: locked.length });
}
