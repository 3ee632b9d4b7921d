import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { getLogRequest, logSpan } from "./queries";
import { type OpenedLog, toLogRow } from "./row";
import type { LogRequestId } from "./schema";

/** A request with what has arrived of it, as the viewer has it. */
export async function openedLog(actor: Actor, which: LogRequestId) {
  const request = await getLogRequest(actor, which);
  if (!request.ok) return request;
  const { firstAt, lastAt, missing } = await logSpan(which);
  return ok<OpenedLog>({
    ...toLogRow(request.value),
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
    missing,
  });
}
