import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { getLogRequest } from "@/lib/logs/queries";
import { LogRequestId } from "@/lib/logs/schema";

/** The request that an address names, read once for a page; null where there is none. */
export const readLog = cache(async (actor: Actor, id: string) => {
  const which = LogRequestId.safeParse({ id });
  if (!which.success) return null;
  const found = await getLogRequest(actor, which.data);
  return found.ok ? found.value : null;
});
