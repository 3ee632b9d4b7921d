import { z } from "zod";
import { audit } from "@/lib/audit/commands";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { type Actor, personOf } from "./actor";
import { idleMs, revokeConsoleSessionsOf } from "./console-sessions";
import { readUserAgent } from "./user-agent";

export const WhichSession = z.object({ sessionId: z.uuid() });
export type WhichSession = z.output<typeof WhichSession>;

/** Where a person is signed in to the console now, last seen first. */
export async function listOwnSessions(actor: Actor) {
  const userId = personOf(actor);
  const now = await databaseNow(db);
  const rows = await db.consoleSession.findMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - idleMs) },
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map(({ userAgent, ...row }) => ({ ...row, place: readUserAgent(userAgent) }));
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];

/** Ends one of a person's own console sessions. */
export async function endOwnSession(actor: Actor, { sessionId }: WhichSession) {
  const userId = personOf(actor);
  return db.$transaction(async (tx) => {
    const { count } = await tx.consoleSession.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    });
    if (count === 0) return fail("not-found");
    await audit(tx, actor, { verb: "console-session.end", subject: sessionId });
    return ok(undefined);
  });
}

/** Ends all of them but the one that asks. */
export async function endOtherSessions(actor: Actor, { sessionId }: WhichSession) {
  const userId = personOf(actor);
  return db.$transaction(async (tx) => {
    const signedOut = await revokeConsoleSessionsOf(tx, [userId], sessionId);
    await audit(tx, actor, { verb: "console-session.end-others", subject: userId });
    return ok({ signedOut });
  });
}
