import type { Tx } from "@/lib/db";
import { stampSeats } from "@/lib/seats/stamp";

/** Takes every open notice of a withdrawn release off the screens; live screens and gateways hear of it. */
export async function closeNoticesOf(tx: Tx, releaseId: string, now: Date): Promise<number> {
  const userIds = await lockSeatsOf(tx, releaseId);
  const closed = await tx.$executeRaw`
    update notice set closed_at = ${now}, closed_why = 'withdrawn'
    where release_id = ${releaseId}::uuid and closed_at is null`;
  await stampSeats(tx, userIds);
  return closed;
}

/** Seats before notices, and in the order in which everybody locks them: else two would wait for each other. */
async function lockSeatsOf(tx: Tx, releaseId: string) {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select s.user_id as "userId" from seat s
    where s.user_id in (select user_id from notice where release_id = ${releaseId}::uuid and closed_at is null)
    order by s.user_id for update`;
  return rows.map(({ userId }) => userId);
}
