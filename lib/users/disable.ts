import { auditEach } from "@/lib/audit/commands";
import { type Actor, authorize, mayManage } from "@/lib/auth/actor";
import { voidTokens } from "@/lib/auth/api-tokens";
import { revokeConsoleSessionsOf } from "@/lib/auth/console-sessions";
import { closePasswordLinks } from "@/lib/auth/password-links";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { endSessions } from "@/lib/sessions/end";
import { othersAdminister } from "./administrators";
import { partBy, unknownOnes } from "./left";
import { lockUsers } from "./lock";
import { findAmong } from "./queries";
import type { SetDisabled } from "./schema";

/**
 * Disables or enables several users; tells whose account changed by it, who was left as they were and why. Disabling ends
 * the open session and with it everything that the person is doing; sessions of the console, tokens and links are void for
 * good.
 */
export async function setDisabled(actor: Actor, { usernames, disabled }: SetDisabled) {
  authorize(actor, "users:write");

  return db.$transaction(async (tx) => {
    const { users, unknown } = await findAmong(tx, actor, usernames);
    await lockUsers(tx, idsOf(users));
    const standing = await tx.user.findMany({
      where: { id: { in: idsOf(users) } },
      select: { id: true, name: true, teamId: true, roles: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const allowed = partBy(standing, (user) => {
      if (disabled && user.id === actor.id) return "own-account";
      return mayManage(actor, user) ? null : "not-allowed";
    });
    // Where no other would be left, none of them is the one to go.
    const spares = disabled && !(await othersAdminister(tx, idsOf(allowed.chosen)));
    const { chosen, left } = partBy(allowed.chosen, ({ roles }) =>
      spares && roles.includes("administrator") ? "last-administrator" : null,
    );
    const set = await setAll(tx, actor, idsOf(chosen), disabled);
    return ok({ ...set, left: [...allowed.left, ...left, ...unknownOnes(unknown)] });
  });
}

const idsOf = (users: readonly { id: string }[]) => users.map(({ id }) => id);

/** The same for users whom the actor has been allowed to change: all of them or none. */
export async function disableAll(tx: Tx, actor: Actor, userIds: readonly string[], disabled: boolean) {
  if (disabled && actor.id !== null && userIds.includes(actor.id)) return fail("own-account");
  // Seats first, as a sign-in has them: nobody signs in between the look and the deed.
  await lockUsers(tx, userIds);
  if (disabled && !(await othersAdminister(tx, userIds))) return fail("last-administrator");
  return ok(await setAll(tx, actor, userIds, disabled));
}

/** Locked by then, and nothing stands against it. */
async function setAll(tx: Tx, actor: Actor, userIds: readonly string[], disabled: boolean) {
  const changing = await tx.user.findMany({
    where: { id: { in: [...userIds] }, disabledAt: disabled ? null : { not: null } },
    select: { id: true, username: true, seat: { select: { open: true } } },
    orderBy: { id: "asc" },
  });

  const ids = changing.map((user) => user.id);
  const disabledAt = disabled ? await databaseNow(tx) : null;
  await tx.user.updateMany({ where: { id: { in: ids } }, data: { disabledAt } });
  if (disabled) await shutOut(tx, ids);
  const open = disabled ? changing.filter((user) => user.seat?.open) : [];
  const by = { kind: actor.kind, id: actor.id };
  await endSessions(
    tx,
    open.map(({ id: userId }) => ({ userId, cause: "account_disabled", by })),
  );
  const verb = disabled ? "user.disable" : "user.enable";
  await auditEach(
    tx,
    actor,
    ids.map((subject) => ({ verb, subject })),
  );
  return { changed: changing.map(({ username }) => username), sessionsEnded: open.length };
}

/** Enabling again revives nothing of what was open. */
async function shutOut(tx: Tx, userIds: readonly string[]) {
  await revokeConsoleSessionsOf(tx, userIds);
  await voidTokens(tx, userIds);
  await closePasswordLinks(tx, userIds);
}
