import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOpen, lockSeat } from "@/lib/seats/lock";
import { gatewayResumedAt } from "@/lib/seats/queries";
import { leaseExpired } from "@/lib/seats/silence";
import { endSession } from "./end";

/** Ends the sessions of desktops that have been silent beyond their lease. Any number of gateways may sweep at once. */
export async function sweepExpiredLeases(): Promise<number> {
  const candidates = await db.$queryRaw<{ userId: string }[]>`
    select l.user_id as "userId" from sign_of_life l
    join seat s on s.user_id = l.user_id and s.open and s.session_id = l.session_id
    left join gateway_beat b on true
    where greatest(l.last_seen_at, b.resumed_at) + l.lease_seconds * interval '1 s' < clock_timestamp()
    order by l.last_seen_at limit 200`;
  let ended = 0;
  for (const { userId } of candidates) if (await endIfExpired(userId)) ended += 1;
  return ended;
}

/** Rechecked under the lock: the app may have come back, or be signed in elsewhere by now. */
function endIfExpired(userId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, userId);
    if (!isOpen(seat)) return false;
    const sign = await tx.signOfLife.findUniqueOrThrow({ where: { userId } });
    const at = await databaseNow(tx);
    if (!leaseExpired(sign, await gatewayResumedAt(tx), at)) return false;
    await endSession(tx, seat, { cause: "connection_lost", by: { kind: "rule", id: null }, at });
    return true;
  });
}
