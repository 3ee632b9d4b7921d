import { db } from "@/lib/db";
import type { Cursor } from "./cursor";
import { fromSeat } from "./from-seat";
import type { LiveRow } from "./row";

const judged = {
  updateStatus: true,
  updateSince: true,
  updateRelease: { select: { version: true, build: true } },
} as const;

export type Stamp = { userId: string; revision: number };

/** Where the feed stands now. Read it before the rows of a screen: what changes later is then never missed. */
export async function feedCursor(): Promise<Cursor> {
  const [row] = await db.$queryRaw<[Cursor]>`
    select epoch::text, pg_snapshot_xmin(pg_current_snapshot())::text as horizon from feed_epoch`;
  return row;
}

/**
 * The seats stamped at or after a horizon, and the next horizon, both of one snapshot. A transaction still running then
 * is not below the next horizon, so its late commit is read later; a seat may come twice, never not at all.
 */
export async function pollFeed(horizon: string): Promise<Cursor & { stamps: Stamp[] }> {
  const rows = await db.$queryRaw<(Cursor & { userId: string | null; revision: bigint | null })[]>`
    select e.epoch::text, pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      s.user_id as "userId", s.revision
    from feed_epoch e left join seat s on s.stamped >= ${horizon}::xid8`;
  const [first] = rows;
  if (!first) throw new Error("the feed has no epoch");
  const stamps = rows.flatMap(({ userId, revision }) =>
    userId === null ? [] : [{ userId, revision: Number(revision) }],
  );
  return { epoch: first.epoch, horizon: first.horizon, stamps };
}

/** The rows of these users, in no order. The caller answers for who may see them. */
export async function liveRows(userIds: readonly string[]): Promise<LiveRow[]> {
  const users = await db.user.findMany({
    where: { id: { in: [...userIds] } },
    select: {
      id: true,
      username: true,
      name: true,
      roles: true,
      disabledAt: true,
      team: { select: { id: true, name: true } },
      seat: { include: { installation: { select: judged } } },
    },
  });
  return users.flatMap(({ seat, team, disabledAt, ...user }) =>
    seat
      ? [fromSeat({ ...user, team: team.name, teamId: team.id, disabled: disabledAt !== null }, seat)]
      : [],
  );
}
