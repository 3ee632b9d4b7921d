import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { Cause } from "@/prisma/generated/enums";
import { isReachable } from "./reach";

/** The app did it, or somebody at it: it knows. */
const atTheApp: readonly Cause[] = ["signed_out", "same_device"];

type Ended = { sessionId: string; streamId: string | null; cause: Cause };

/** Has apps that no socket reaches told that their session is over, in the transaction that ends it. */
export async function pushEnds(tx: Tx, ended: readonly Ended[]): Promise<void> {
  if (!env().PUSH_WEBHOOK_URL) return;
  const untold = ended.filter(({ streamId, cause }) => streamId === null && !atTheApp.includes(cause));
  if (untold.length === 0) return;
  await tx.$executeRaw`
    insert into push (session_id, told_at, next_at)
    select x.id, ledger_now(), ledger_now() from session x
    join installation i on i.id = x.installation_id and ${isReachable}
    where x.id = any(${untold.map(({ sessionId }) => sessionId)}::uuid[])`;
}
