import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { paramsOf } from "@/app/_edges/params";
import { MomentIn } from "@/lib/logs/asked";
import { lineAt } from "@/lib/logs/reading";
import { LogRequestId } from "@/lib/logs/schema";

/** The first line of a log that was written at a moment or later. */
export const GET = fileRoute(LogRequestId, async (actor, { params: { id }, request }) => {
  const asked = MomentIn.safeParse(paramsOf(new URL(request.url)));
  if (!asked.success) return problem("invalid-request");
  const line = await lineAt(actor, { id, at: asked.data.at });
  return line.ok ? json({ line: line.value }) : problem(line.code);
});
