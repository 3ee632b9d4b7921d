import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { audit } from "@/lib/audit/commands";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { line } from "@/lib/text";
import { lockUserRows } from "@/lib/users/lock";
import { type Actor, actorOf, authorize, can, personOf } from "./actor";
import { verifyAttempt } from "./attempt";

const dayMs = 24 * 3600_000;
const noteUsedMs = 60_000;

export const CreateToken = z.object({
  /** What it is for. */
  name: line(64),
  days: z.int().min(1).max(366),
  /** The password of whoever makes it: an open session alone must not become a way in for a year. */
  current: z.string().max(1024),
});
export type CreateToken = z.output<typeof CreateToken>;

export const WhichToken = z.object({ tokenId: z.uuid() });
export type WhichToken = z.output<typeof WhichToken>;

// 256 random bits: found by their hash, and nothing that could be guessed or timed.
const hashToken = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());

/** Makes a token by which a program acts as this person, no more and no less. It is shown this once. */
export async function createToken(
  actor: Actor,
  { name, days, current, ip }: CreateToken & { ip: string | null },
) {
  authorize(actor, "console:open");
  const userId = personOf(actor);
  const { username } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const verified = await verifyAttempt({ username, password: current, ip });
  if (!verified.ok) return fail(verified.code);
  const token = `rcp_${randomBytes(32).toString("base64url")}`;

  return db.$transaction(async (tx) => {
    await lockUserRows(tx, [userId]);
    // Disabled in this very moment: a token made after that would be open when the account is again.
    const { disabledAt, passwordHash } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    if (disabledAt) return fail("account-disabled");
    if (passwordHash !== verified.value.passwordHash) return fail("invalid-credentials");
    const createdAt = await databaseNow(tx);
    const expiresAt = new Date(createdAt.getTime() + days * dayMs);
    const id = uuidv7();
    await tx.apiToken.create({
      data: { id, userId, name, tokenHash: hashToken(token), createdAt, expiresAt },
    });
    await audit(tx, actor, { verb: "api-token.create", subject: id });
    return ok({ token, expiresAt });
  });
}

const working = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } });

/** How many tokens of a person still work. */
export const countTokens = (userId: string, now: Date) =>
  db.apiToken.count({ where: { userId, ...working(now) } });

/** A person's own tokens that still work, the newest first. */
export async function listTokens(actor: Actor) {
  const userId = personOf(actor);
  return db.apiToken.findMany({
    where: { userId, ...working(await databaseNow(db)) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    omit: { tokenHash: true },
  });
}
export type OwnToken = Awaited<ReturnType<typeof listTokens>>[number];

/** From now on the token is nobody's. */
export async function revokeToken(actor: Actor, { tokenId }: WhichToken) {
  const userId = personOf(actor);
  return db.$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, userId, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    });
    if (count === 0) return fail("not-found");
    await audit(tx, actor, { verb: "api-token.revoke", subject: tokenId });
    return ok(undefined);
  });
}

/** From now on all tokens of these people are nobody's; tells how many that were. */
export async function voidTokens(tx: Tx, userIds: readonly string[]) {
  const now = await databaseNow(tx);
  const { count } = await tx.apiToken.updateMany({
    where: { userId: { in: [...userIds] }, ...working(now) },
    data: { revokedAt: now },
  });
  return count;
}

/** Whom a token stands for now: their roles and teams as they are at this moment. Null where it stands for nobody. */
export async function actorByToken(token: string): Promise<Actor | null> {
  const found = await db.apiToken.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { user: { include: { supervises: { select: { teamId: true } } } } },
  });
  if (!found) return null;
  const { user } = found;
  const now = await databaseNow(db);
  if (found.revokedAt || found.expiresAt <= now || user.disabledAt) return null;
  const actor: Actor = { ...actorOf(user), tokenId: found.id };
  if (!can(actor, "console:open")) return null;
  if (now.getTime() - (found.lastUsedAt?.getTime() ?? 0) > noteUsedMs)
    await db.apiToken.update({ where: { id: found.id }, data: { lastUsedAt: now } });
  return actor;
}
