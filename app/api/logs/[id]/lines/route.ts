import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { paramsOf } from "@/app/_edges/params";
import { SomeLines } from "@/lib/logs/asked";
import { linesIn } from "@/lib/logs/reading";
import { LogRequestId } from "@/lib/logs/schema";

/** Lines of a log as they are scrolled to. */
export const GET = fileRoute(LogRequestId, async (actor, { params: { id }, request }) => {
  const asked = SomeLines.safeParse(paramsOf(new URL(request.url)));
  if (!asked.success) return problem("invalid-request");
  const lines = await linesIn(actor, { id, ranges: asked.data.lines });
  return lines.ok ? json(lines.value) : problem(lines.code);
});
