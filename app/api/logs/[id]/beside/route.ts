import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { happeningsBeside } from "@/lib/logs/happenings";
import { LogRequestId } from "@/lib/logs/schema";

/** What happened to the agent while the app wrote, each at its place in the log. */
export const GET = fileRoute(LogRequestId, async (actor, { params }) => {
  const found = await happeningsBeside(actor, params);
  return found.ok ? json(found.value) : problem(found.code);
});
