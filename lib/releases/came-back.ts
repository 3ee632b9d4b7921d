import type { Tx } from "@/lib/db";
import { compareVersions, keysOf } from "@/lib/versions/order";

type Waiting = {
  id: string;
  versionKey: string | null;
  buildKey: string | null;
  /** What this installation was when its person was told; null where it was not there yet. */
  version: string | null;
  build: string | null;
};

/**
 * Keeps that somebody came back on what they were told of, or a newer one: not on an installation that had it by then, such
 * as a second phone.
 */
export async function noteCameBack(
  tx: Tx,
  { sessionId, userId }: { sessionId: string; userId: string },
  reached: readonly string[],
  now: Date,
): Promise<void> {
  if (reached.length === 0) return;
  const waiting = await tx.$queryRaw<Waiting[]>`
    select n.id, r.version_key as "versionKey", r.build_key as "buildKey", "then".version, "then".build
    from notice n join release r on r.id = n.release_id join session here on here.id = ${sessionId}::uuid
    left join lateral (
      select x.version, x.build from session x
      where x.user_id = n.user_id and x.installation_id = here.installation_id and x.id <> here.id and x.login_at <= n.made_at
      order by x.login_at desc, x.id desc limit 1
    ) "then" on true
    where n.user_id = ${userId}::uuid and n.updated_at is null and n.release_id = any(${[...reached]}::uuid[])`;
  // What cannot be compared had it as little as what was older.
  const back = waiting.filter(
    ({ version, build, ...release }) =>
      version === null || (compareVersions(keysOf({ version, build }), release) ?? -1) < 0,
  );
  if (back.length === 0) return;
  await tx.notice.updateMany({ where: { id: { in: back.map(({ id }) => id) } }, data: { updatedAt: now } });
}
