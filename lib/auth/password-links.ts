import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { auditEach } from "@/lib/audit/commands";
import { type Actor, authorize, mayManage } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { fail, ok } from "@/lib/result";
import { lockUserRows } from "@/lib/users/lock";
import type { Role } from "@/prisma/generated/enums";
import { countAttempt } from "./throttle";

const goodForMs = 72 * 3600_000;
const rememberedForDays = 30;

/** What a link carries: 256 random bits. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/);

export type PasswordLink = { userId: string; url: string; expiresAt: Date };

/**
 * Makes a link for each of these users by which they set their password once, within three days. It takes the place of an
 * older one. Nobody sends it: whoever made it hands it over.
 */
export async function makePasswordLinks(
  tx: Tx,
  actor: Actor,
  userIds: readonly string[],
): Promise<PasswordLink[]> {
  authorize(actor, "users:write");
  await lockUserRows(tx, userIds);
  const users = await tx.user.findMany({
    where: { id: { in: [...userIds] } },
    select: { id: true, teamId: true, roles: true },
    orderBy: { id: "asc" },
  });
  if (!users.every((user) => mayManage(actor, user)))
    throw new AppError("not-allowed", "links for people out of reach");
  return issueLinks(
    tx,
    actor,
    users.map((user) => user.id),
  );
}

/** A link for whoever has just shown the password that has to be changed. */
export async function makeOwnPasswordLink(tx: Tx, user: { id: string; roles: readonly Role[] }) {
  const themself: Actor = { kind: "person", id: user.id, roles: user.roles, scope: [] };
  await lockUserRows(tx, [user.id]);
  const [link] = await issueLinks(tx, themself, [user.id]);
  if (!link) throw new Error(`no link was made for user ${user.id}`);
  return link;
}

/** Of users whom the caller has locked: two who make links for the same people wait for each other. */
async function issueLinks(tx: Tx, actor: Actor, userIds: readonly string[]) {
  const made = userIds.map((userId) => {
    const token = randomBytes(32).toString("base64url");
    return { id: uuidv7(), userId, token, hash: createHash("sha256").update(token).digest("hex") };
  });
  const madeAt = await databaseNow(tx);
  const expiresAt = new Date(madeAt.getTime() + goodForMs);
  await closePasswordLinks(tx, userIds);
  await tx.$executeRaw`
    insert into password_link (id, user_id, token_hash, made_by_kind, made_by_id, made_at, expires_at)
    select id, user_id, decode(hash, 'hex'), ${actor.kind}::actor_kind, ${actor.id}::uuid, ${madeAt}, ${expiresAt}
    from unnest(${made.map(({ id }) => id)}::uuid[], ${userIds}::uuid[], ${made.map(({ hash }) => hash)}::text[])
      as t (id, user_id, hash)`;
  await auditEach(
    tx,
    actor,
    userIds.map((subject) => ({ verb: "user.make-password-link", subject })),
  );
  return made.map(({ userId, token }) => ({ userId, url: urlOf(token), expiresAt }));
}

/** Links made so far open nothing any more. */
export async function closePasswordLinks(tx: Tx, userIds: readonly string[]) {
  await tx.$executeRaw`
    update password_link set replaced_at = ledger_now()
    where user_id = any(${userIds}::uuid[]) and used_at is null and replaced_at is null`;
}

/** In the fragment, which browsers keep to themselves: no log and no referrer ever has it. */
const urlOf = (token: string) => `${env().CONSOLE_URL.replace(/\/$/, "")}/set-password#${token}`;

const hashLink = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());

/** Whose password a link may set. One that nobody made counts as a failed attempt at its address. */
export async function readPasswordLink(token: string, ip: string | null) {
  const attempt = await countAttempt({ username: token, ip });
  if (!attempt.ok) return fail("too-many-attempts");
  // Found by its hash: how long that takes tells nothing of any link.
  const link = await db.passwordLink.findUnique({
    where: { tokenHash: hashLink(token) },
    include: { user: { select: { username: true, name: true, roles: true, disabledAt: true } } },
  });
  if (!link) return fail("link-unknown");
  await attempt.forgive();
  if (link.usedAt) return fail("link-used");
  if (link.replacedAt) return fail("link-replaced");
  if (link.expiresAt <= (await databaseNow(db))) return fail("link-expired");
  const { disabledAt, ...user } = link.user;
  if (disabledAt) return fail("account-disabled");
  const asked = link.madeById === link.userId ? "by-sign-in" : "by-hand";
  return ok({ ...user, id: link.userId, expiresAt: link.expiresAt, asked } as const);
}

/** Uses a link up; null where it is not open any more. */
export async function spendPasswordLink(tx: Tx, token: string) {
  const [spent] = await tx.$queryRaw<{ userId: string }[]>`
    update password_link set used_at = ledger_now()
    where token_hash = ${hashLink(token)} and used_at is null and replaced_at is null and expires_at > ledger_now()
    returning user_id as "userId"`;
  return spent ?? null;
}

/** Until then whoever comes with an old link is told what became of it. */
export async function forgetOldPasswordLinks() {
  await db.$executeRaw`
    delete from password_link where expires_at < (select ledger_now()) - ${rememberedForDays} * interval '1 day'`;
}
