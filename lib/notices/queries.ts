import { db, type Tx } from "@/lib/db";
import { type ReleaseFacts, releaseFacts } from "@/lib/releases/facts";
import type { ReleaseKind } from "@/prisma/generated/enums";

/** A notice that belongs on the screen of a session. */
export type StandingNotice = {
  id: string;
  sessionId: string;
  kind: ReleaseKind;
  /** IT installs it. */
  packaged: boolean;
  signOutAt: Date | null;
  /** Past its deadline, and what was open then is awaited until `drainUntil`; null there: for as long as it takes. */
  drainingAt: Date | null;
  drainUntil: Date | null;
  /** When it was made, or reminded of last. */
  toldAt: Date;
  acknowledgedAt: Date | null;
  /** What is to be installed; where nothing runs, what is required. */
  release: ReleaseFacts;
  /** Language of its app. */
  locale: string | null;
};

/** By session, oldest first. A recommended one that its person put off is none until it is reminded of. */
export async function standingNotices(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<Map<string, StandingNotice[]>> {
  const rows = await tx.notice.findMany({
    where: {
      sessionId: { in: [...sessionIds] },
      closedAt: null,
      OR: [{ kind: "mandatory" }, { laterAt: null }],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      sessionId: true,
      releaseId: true,
      installId: true,
      kind: true,
      packaged: true,
      signOutAt: true,
      drainingAt: true,
      drainUntil: true,
      madeAt: true,
      remindedAt: true,
      acknowledgedAt: true,
      session: { select: { locale: true } },
    },
  });
  const found = new Map<string, StandingNotice[]>();
  if (rows.length === 0) return found;
  const releases = await releasesOf(tx, new Set(rows.map((row) => row.installId ?? row.releaseId)));
  for (const { releaseId, installId, session, madeAt, remindedAt, ...notice } of rows) {
    const release = releases.get(installId ?? releaseId);
    if (!release) continue;
    // A system that is too old has nothing to install.
    const packaged = notice.packaged || installId === null;
    const standing = {
      ...notice,
      packaged,
      release,
      toldAt: remindedAt ?? madeAt,
      locale: session.locale,
    };
    found.set(notice.sessionId, [...(found.get(notice.sessionId) ?? []), standing]);
  }
  return found;
}

/** A handful, however many are told of them. */
async function releasesOf(tx: Tx, ids: ReadonlySet<string>) {
  const rows = await tx.release.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, releaseFacts(row)]));
}

/** The same for each of these sessions, in their order. */
export async function standingByTurn(sessionIds: readonly string[]): Promise<StandingNotice[][]> {
  const found = await standingNotices(db, sessionIds);
  return sessionIds.map((id) => found.get(id) ?? []);
}
