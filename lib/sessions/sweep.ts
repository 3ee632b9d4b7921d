import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { isOpen, lockSeat } from "@/lib/seats/lock";
import { gatewayResumedAt, resumedAt } from "@/lib/seats/queries";
import { leaseExpired } from "@/lib/seats/silence";
import { endSession } from "./end";

/** Ends the sessions of desktops that have been silent beyond their lease. Any number of gateways may sweep at once. */
export async function sweepExpiredLeases(): Promise<void> {
  const candidates = await db.$queryRaw<{ userId: string }[]>`
    select l.user_id as "userId" from sign_of_life l
    join seat s on s.user_id = l.user_id and s.open and s.session_id = l.session_id
    where greatest(l.last_seen_at, ${resumedAt}) + l.lease_seconds * interval '1 s' < clock_timestamp()
    order by l.last_seen_at limit 200`;
  for (const { userId } of candidates) {
    // One that cannot be ended must not keep the others.
    await endIfExpired(userId).catch((error) =>
      log.error({ userId, error: String(error) }, "lease not ended"),
    );
  }
}

/** Rechecked under the lock: the app may have come back, or be signed in elsewhere by now. */
async function endIfExpired(userId: string) {
  await db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, userId);
    if (!isOpen(seat)) return;
    const sign = await tx.signOfLife.findUniqueOrThrow({ where: { userId } });
    const at = await databaseNow(tx);
    if (!leaseExpired(sign, await gatewayResumedAt(tx), at)) return;
    await endSession(tx, seat, { cause: "connection_lost", by: { kind: "rule", id: null }, at });
  });
}
