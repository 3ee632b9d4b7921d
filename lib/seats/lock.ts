import type { Tx } from "@/lib/db";
import { Prisma, type Seat } from "@/prisma/generated/client";
import type { LockedSeat } from "./fold";
import type { Interaction } from "./interactions";
import { resumedAt } from "./queries";

/** Locks seats until the transaction ends, in the one order that keeps two transactions from waiting for each other. */
export async function lockSeats(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`select 1 from seat where user_id = any(${[...userIds]}::uuid[]) order by user_id for update`;
}

/** Locks those of these seats that nobody else holds, and says whose they are. */
export async function lockFreeSeats(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select user_id as "userId" from seat where user_id = any(${[...userIds]}::uuid[])
    order by user_id for update skip locked`;
  return rows.map(({ userId }) => userId);
}

/** Locks a user's seat until the transaction ends, and reads it. Holding it is the one-seat rule. */
export async function lockSeat(tx: Tx, userId: string): Promise<Seat> {
  await lockSeats(tx, [userId]);
  return tx.seat.findUniqueOrThrow({ where: { userId } });
}

/** A seat with its session open. */
export type OpenSeat = Seat & {
  open: true;
  sessionId: string;
  platform: NonNullable<Seat["platform"]>;
  version: string;
  loginAt: Date;
  state: NonNullable<Seat["state"]>;
  stateSince: Date;
};

/** The database holds an open seat to be whole; this says so to the compiler. */
export function isOpen(seat: Seat): seat is OpenSeat {
  return seat.open;
}

/** An open seat without its interactions, and the clock when it was read. */
export type OpenSeatRow = Omit<LockedSeat, "interactions"> & { now: Date; resumedAt: Date };

/**
 * The open ones of these seats. Whoever is going to change them has locked them before, in a statement of its own: one that
 * locks and reads would, where it had to wait, see the seat anew and the sign of life as it was.
 */
export const readOpenSeats = (tx: Tx, userIds: readonly string[]) =>
  tx.$queryRaw<OpenSeatRow[]>`
    select s.user_id as "userId", s.session_id as "sessionId", s.login_at as "loginAt", s.state::text, s.reason,
      s.state_since as "stateSince", s.frame_at as "frameAt", s.forced_at as "forcedAt",
      s.forced_by_kind::text as "forcedByKind", s.forced_by_id as "forcedById", s.stream_id as "streamId", s.frame_ids as "frameIds",
      s.missed_in_a_row as "missedInARow", s.open_interactions as "openInteractions", s.revision::float8 as revision,
      s.unreachable_since as "unreachableSince", l.last_seen_at as "lastSeenAt", l.floor_at as "floorAt", l.lease_seconds as "leaseSeconds",
      l.interaction_lease_seconds as "interactionLeaseSeconds", ledger_now() as now, (select ${resumedAt}) as "resumedAt"
    from seat s join sign_of_life l on l.user_id = s.user_id and l.session_id = s.session_id
    where s.user_id = any(${[...userIds]}::uuid[]) and s.open`;

type InteractionRow = Omit<Interaction, "heldMs"> & { sessionId: string; heldMs: bigint };

/** Of these sessions the interactions that are open, and ended ones that are named as session and id; by session. */
export async function readInteractions(
  tx: Tx,
  sessionIds: readonly string[],
  named: readonly (readonly [sessionId: string, externalId: string])[],
): Promise<Map<string, Map<string, Interaction>>> {
  const found = new Map<string, Map<string, Interaction>>();
  if (sessionIds.length === 0) return found;
  const columns = Prisma.sql`i.session_id as "sessionId", i.external_id as "externalId", i.channel::text, i.direction::text,
    i.service, i.offered_at as "offeredAt", i.started_at as "startedAt", i.held_since as "heldSince",
    i.ended_at as "endedAt", i.held_ms as "heldMs", i.missed`;
  const rows = await tx.$queryRaw<InteractionRow[]>`
    select ${columns} from interaction i where i.session_id = any(${[...sessionIds]}::uuid[]) and i.ended_at is null
    union all
    select ${columns} from unnest(${named.map(([id]) => id)}::uuid[], ${named.map(([, id]) => id)}::text[])
      as n (session_id, external_id) join interaction i using (session_id, external_id) where i.ended_at is not null`;
  for (const { sessionId, heldMs, ...row } of rows) {
    const ofSession = found.get(sessionId) ?? new Map<string, Interaction>();
    found.set(sessionId, ofSession.set(row.externalId, { ...row, heldMs: Number(heldMs) }));
  }
  return found;
}
