import { v7 as uuidv7 } from "uuid";
import { actorOf, can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { isZone } from "@/lib/settings/schema";
import { lockUserRows } from "@/lib/users/lock";
import { preferencesOf } from "@/lib/users/preferences";
import type { Prisma } from "@/prisma/generated/client";
import { verifyAttempt } from "./attempt";

export const consoleSessionSeconds = 7 * 24 * 3600;
export const idleMs = 12 * 3600_000;
const noteSeenMs = 60_000;

type Credentials = {
  username: string;
  password: string;
  timeZone: string;
  userAgent: string | null;
  ip: string | null;
};

/** Signs a person in to the console; the cookie carries the id of this row and nothing else. */
export async function openConsoleSession({ username, password, timeZone, userAgent, ip }: Credentials) {
  const verified = await verifyAttempt({ username, password, ip });
  if (!verified.ok) return verified;
  const { userId, passwordHash } = verified.value;

  return db.$transaction(async (tx) => {
    // As disabling and a reset have it: what they void, this does not open behind their back.
    await lockUserRows(tx, [userId]);
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    if (user.passwordHash !== passwordHash) return fail("invalid-credentials");
    if (user.disabledAt) return fail("account-disabled");
    if (user.mustChangePassword) return fail("password-change-required");
    if (!can({ kind: "person", id: user.id, roles: user.roles, scope: [] }, "console:open"))
      return fail("not-allowed");

    const id = uuidv7();
    await tx.consoleSession.create({
      data: {
        id,
        userId,
        userAgent,
        ip,
        timeZone: isZone(timeZone) ? timeZone : "UTC",
        expiresAt: new Date((await databaseNow(tx)).getTime() + consoleSessionSeconds * 1000),
      },
    });
    return ok(id);
  });
}

/** Who a console session stands for now, read from the database: revoking and role changes work at once. */
export async function readConsoleSession(id: string): Promise<ConsoleSession | null> {
  return (await readConsoleSessions([id])).get(id) ?? null;
}

/** The same of many, by id: without those that are over. */
export async function readConsoleSessions(ids: readonly string[]): Promise<Map<string, ConsoleSession>> {
  const sessions = await db.consoleSession.findMany({ where: { id: { in: [...ids] } }, include: whole });
  const now = new Date();
  const going = sessions.filter((session) => isGoing(session, now.getTime()));
  const unnoted = going.filter((session) => now.getTime() - session.lastSeenAt.getTime() > noteSeenMs);
  if (unnoted.length > 0)
    await db.consoleSession.updateMany({
      where: { id: { in: unnoted.map(({ id }) => id) } },
      data: { lastSeenAt: now },
    });
  return new Map(
    going
      .map(toSession)
      .flatMap((session) => (can(session.actor, "console:open") ? [[session.id, session]] : [])),
  );
}

const whole = {
  user: { include: { supervises: { select: { teamId: true } }, preference: true } },
} satisfies Prisma.ConsoleSessionInclude;
type Whole = Prisma.ConsoleSessionGetPayload<{ include: typeof whole }>;

const isGoing = ({ revokedAt, expiresAt, lastSeenAt, user }: Whole, nowMs: number) =>
  !revokedAt && !user.disabledAt && expiresAt.getTime() >= nowMs && nowMs - lastSeenAt.getTime() <= idleMs;

function toSession({ id, ip, user, timeZone: browserTimeZone }: Whole) {
  const { timeZone, ...chosen } = preferencesOf(user.preference);
  return {
    id,
    actor: actorOf(user),
    name: user.name,
    username: user.username,
    ip,
    ...chosen,
    timeZone: timeZone ?? browserTimeZone,
    browserTimeZone,
  };
}
export type ConsoleSession = ReturnType<typeof toSession>;

export async function revokeConsoleSession(id: string) {
  await db.consoleSession.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
}

/** Signs people out of the console everywhere, or everywhere else. */
export async function revokeConsoleSessionsOf(tx: Tx, userIds: readonly string[], exceptId?: string) {
  const { count } = await tx.consoleSession.updateMany({
    where: {
      userId: { in: [...userIds] },
      revokedAt: null,
      ...(exceptId !== undefined && { id: { not: exceptId } }),
    },
    data: { revokedAt: await databaseNow(tx) },
  });
  return count;
}
