import type { Tx } from "@/lib/db";

/** Takes every open notice of a withdrawn release off the screens; live screens and gateways hear of it. */
export async function closeNoticesOf(tx: Tx, releaseId: string, now: Date): Promise<number> {
  // Seats first, in the order in which everybody locks them.
  const users = await tx.$queryRaw<{ userId: string }[]>`
    select s.user_id as "userId" from seat s
    where s.user_id in (select user_id from notice where release_id = ${releaseId}::uuid and closed_at is null)
    order by s.user_id for update`;
  const closed = await tx.$executeRaw`
    update notice set closed_at = ${now}, closed_why = 'withdrawn'
    where release_id = ${releaseId}::uuid and closed_at is null`;
  await tx.$executeRaw`
    update seat set user_id = user_id where user_id = any(${users.map(({ userId }) => userId)}::uuid[])`;
  return closed;
}

/** Puts the open notices of a release before those again who have dismissed or seen them. */
export async function remindAgain(tx: Tx, releaseId: string, now: Date): Promise<number> {
  const reminded = await tx.$queryRaw<{ userId: string }[]>`
    update notice set reminded_at = ${now}, later_at = null
    where release_id = ${releaseId}::uuid and closed_at is null and kind = 'recommended'
    returning user_id as "userId"`;
  const ids = reminded.map(({ userId }) => userId);
  await tx.$queryRaw`select 1 from seat where user_id = any(${ids}::uuid[]) order by user_id for update`;
  await tx.$executeRaw`update seat set user_id = user_id where user_id = any(${ids}::uuid[])`;
  return reminded.length;
}
