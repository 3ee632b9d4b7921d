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
  /** What is to be installed; where the system is too old, what is required. */
  release: ReleaseFacts;
  /** What the system would have to be; null where the release runs on it. */
  minimumOs: string | null;
  /** Language of its app. */
  locale: string | null;
};

/**
 * By session, oldest first. A recommended one that its person put off is none until it is reminded of. Few columns: a publish is told to
 * thousands at once.
 */
export async function standingNotices(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<Map<string, StandingNotice[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    select n.id, n.session_id as "sessionId", n.kind::text, n.packaged,
      n.sign_out_at as "signOutAt", n.draining_at as "drainingAt", n.drain_until as "drainUntil",
      coalesce(n.reminded_at, n.made_at) as "toldAt", n.acknowledged_at as "acknowledgedAt",
      n.install_release_id is null as "tooOld",
      coalesce(n.install_release_id, (select update_release_id from installation where id = s.installation_id), n.release_id)
        as "releaseId",
      s.locale
    from notice n join session s on s.id = n.session_id
    where n.session_id = any(${[...sessionIds]}::uuid[]) and n.closed_at is null
      and (n.kind = 'mandatory' or n.later_at is null)
    order by n.id`;
  const found = new Map<string, StandingNotice[]>();
  if (rows.length === 0) return found;
  const releases = await releasesOf(tx, new Set(rows.map((row) => row.releaseId)));
  for (const { releaseId, tooOld, ...row } of rows) {
    const release = releases.get(releaseId);
    if (!release) continue;
    const notice = { ...row, release, minimumOs: tooOld ? release.minimumOs : null };
    const standing = found.get(notice.sessionId);
    if (standing) standing.push(notice);
    else found.set(notice.sessionId, [notice]);
  }
  return found;
}

type Row = Omit<StandingNotice, "release" | "minimumOs"> & { releaseId: string; tooOld: boolean };

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
