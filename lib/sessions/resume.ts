import { db, type Tx } from "@/lib/db";
import { readSettings } from "@/lib/settings/queries";
import { hashToken } from "./token";

/** The session that a token was given for, open or ended. */
export const findToResume = (token: string) =>
  db.session.findUnique({ where: { tokenHash: hashToken(token) }, select: { id: true, userId: true } });

/**
 * True if an ended session may not be continued: only one that was lost may, for some minutes after that was found out (a
 * setting), and once.
 */
export async function resumeRefused(tx: Tx, sessionId: string, now: Date): Promise<boolean> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cause: true, endedAt: true, resumedBy: { select: { id: true } } },
  });
  const { resumeMinutes } = await readSettings(tx);
  const lostMs = now.getTime() - (session.endedAt?.getTime() ?? 0);
  return session.cause !== "connection_lost" || session.resumedBy !== null || lostMs > resumeMinutes * 60_000;
}
