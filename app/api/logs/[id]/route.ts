import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { openedLog } from "@/lib/logs/opened";
import { LogRequestId } from "@/lib/logs/schema";

/** How far a log is, asked again and again while it arrives. */
export const GET = fileRoute(LogRequestId, async (actor, { params }) => {
  const log = await openedLog(actor, params);
  return log.ok ? json(log.value) : problem(log.code);
});
