import type { Tx } from "@/lib/db";

/** When the gateways last came back from an outage of all of them; long ago if there was none. */
export async function gatewayResumedAt(tx: Tx): Promise<Date> {
  const beat = await tx.gatewayBeat.findUnique({ where: { id: 1 } });
  return beat?.resumedAt ?? new Date(0);
}
