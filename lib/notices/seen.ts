import type { Tx } from "@/lib/db";
import { readSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether the person of a recommended notice `n` of a release `r` needs not be told at a sign-in: they have seen it since it was
 * last reminded of, or were told so short ago that nobody reminds them yet.
 */
export const isSeen = (at: Prisma.Sql, minutes: number) => Prisma.sql`(
  n.kind = 'recommended' and n.seen_at is not null
  and (greatest(n.seen_at, n.reminded_at, n.later_at) > ${at} - ${minutes} * interval '1 min'
    or (n.later_at is null and n.seen_at >= coalesce(r.reminded_at, n.made_at))))`;

/**
 * Who of these needs not be told of which recommended release now, as `user release`. In the quiet hours whoever has ever seen it
 * is left in peace; a sign-in of their own is no disturbance.
 */
export async function seenOf(
  tx: Tx,
  userIds: readonly string[],
  quiet = false,
): Promise<ReadonlySet<string>> {
  const { reminderMinutes } = await readSettings(tx);
  const ever = Prisma.sql`(n.kind = 'recommended' and n.seen_at is not null)`;
  const rows = await tx.$queryRaw<{ pair: string }[]>`
    select distinct n.user_id || ' ' || n.release_id as pair from notice n join release r on r.id = n.release_id
    where n.user_id = any(${[...userIds]}::uuid[])
      and ${quiet ? ever : isSeen(Prisma.sql`ledger_now()`, reminderMinutes)}`;
  return new Set(rows.map(({ pair }) => pair));
}

/** Who needs not be told of a recommended release at a sign-in at a moment. */
export async function seenBy(tx: Tx, releaseId: string, at: Date): Promise<ReadonlySet<string>> {
  const { reminderMinutes } = await readSettings(tx);
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select distinct n.user_id as "userId" from notice n join release r on r.id = n.release_id
    where n.release_id = ${releaseId}::uuid and ${isSeen(Prisma.sql`${at}::timestamptz`, reminderMinutes)}`;
  return new Set(rows.map(({ userId }) => userId));
}
