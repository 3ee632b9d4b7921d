import { db } from "@/lib/db";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import { isKnownVersion } from "@/lib/versions/key";
import type { Cursor } from "./cursor";
import type { LiveRow } from "./row";

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
      seat: true,
    },
  });
  return users.flatMap(({ seat, ...user }) => (seat ? [toRow(user, seat)] : []));
}

type UserPart = Pick<LiveRow, "id" | "username" | "name" | "roles"> & {
  disabledAt: Date | null;
  team: { id: string; name: string };
};
type SeatPart = NonNullable<Awaited<ReturnType<typeof db.seat.findUnique>>>;

function toRow(user: UserPart, seat: SeatPart): LiveRow {
  const { platform, version, build } = seat;
  return {
    id: user.id,
    revision: Number(seat.revision),
    username: user.username,
    name: user.name,
    team: user.team.name,
    teamId: user.team.id,
    roles: user.roles,
    disabled: user.disabledAt !== null,
    open: seat.open,
    sessionId: seat.sessionId,
    platform,
    app: platform && version ? appLabel({ platform, version, build }) : null,
    versionKnown: version === null || isKnownVersion(version),
    os: osLabel(seat),
    device: deviceLabel(seat),
    loginAt: seat.loginAt?.toISOString() ?? null,
    logoutAt: seat.logoutAt?.toISOString() ?? null,
    state: seat.state,
    reason: seat.reason,
    stateSince: seat.stateSince?.toISOString() ?? null,
    onInteraction: seat.openInteractions > 0,
  };
}
