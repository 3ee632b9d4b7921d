import { v7 as uuidv7 } from "uuid";
import { type Actor, can, scopeOf } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { isZone } from "@/lib/settings/schema";
import { verifyAttempt } from "./attempt";

export const consoleSessionSeconds = 7 * 24 * 3600;
const idleMs = 12 * 3600_000;
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
  const user = await db.user.findUniqueOrThrow({ where: { id: verified.value.userId } });
  if (user.disabledAt) return fail("account-disabled");
  if (!can({ kind: "person", id: user.id, roles: user.roles, scope: [] }, "console:open"))
    return fail("not-allowed");

  const id = uuidv7();
  await db.consoleSession.create({
    data: {
      id,
      userId: user.id,
      userAgent,
      ip,
      timeZone: isZone(timeZone) ? timeZone : "UTC",
      expiresAt: new Date(Date.now() + consoleSessionSeconds * 1000),
    },
  });
  return ok(id);
}

/** Who a console session stands for now, read from the database: revoking and role changes work at once. */
export async function readConsoleSession(id: string) {
  const session = await db.consoleSession.findUnique({
    where: { id },
    include: { user: { include: { supervises: { select: { teamId: true } } } } },
  });
  if (!session) return null;
  const now = Date.now();
  const idle = now - session.lastSeenAt.getTime();
  const { user } = session;
  if (session.revokedAt || user.disabledAt || session.expiresAt.getTime() < now || idle > idleMs) return null;
  if (idle > noteSeenMs)
    await db.consoleSession.update({ where: { id }, data: { lastSeenAt: new Date(now) } });

  const scope = scopeOf(
    user.roles,
    user.supervises.map((row) => row.teamId),
  );
  const actor: Actor = { kind: "person", id: user.id, roles: user.roles, scope };
  if (!can(actor, "console:open")) return null;
  return { id, actor, timeZone: session.timeZone, name: user.name, username: user.username };
}
export type ConsoleSession = NonNullable<Awaited<ReturnType<typeof readConsoleSession>>>;

export async function revokeConsoleSession(id: string) {
  await db.consoleSession.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
}
