import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** A request that one process alone carries out. */
export type Claim = { id: Uint8Array<ArrayBuffer>; claimId: string };

/**
 * Says in the transaction of a deed that the request for it has been carried out: from then on nobody does it again,
 * whatever becomes of this process. Ends the transaction where another one has taken the request over.
 */
export async function markDone(tx: Tx, { id, claimId }: Claim) {
  const held = await tx.$executeRaw`
    update api_request set done_at = ledger_now() where id = ${id} and claim_id = ${claimId}::uuid`;
  if (held === 0) throw new AppError("idempotency-key-in-use", "another process has taken it over");
}
