import type { Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** A gap longer than this between the beats of all gateways is an outage. */
export const outageMs = 2000;

/**
 * When the gateways last came back from an outage of all of them: now, while none has beaten since. No silence counts
 * from before it.
 */
export const resumedAt = Prisma.sql`coalesce((
  select case
    when clock_timestamp() - beat_at > ${outageMs} * interval '1 ms' then date_trunc('milliseconds', clock_timestamp())
    else resumed_at
  end from gateway_beat), to_timestamp(0))`;

export async function gatewayResumedAt(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ at: Date }]>`select ${resumedAt} as at`;
  return row.at;
}
