import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { paramsOf } from "@/app/_edges/params";
import { Marks } from "@/lib/logs/asked";
import { packMarks } from "@/lib/logs/bits";
import { markLines } from "@/lib/logs/reading";
import { LogRequestId } from "@/lib/logs/schema";

/** Which lines of a log have a text, or are of some levels: a bit for each line. */
export const GET = fileRoute(LogRequestId, async (actor, { params: { id }, request }) => {
  const asked = Marks.safeParse(paramsOf(new URL(request.url)));
  if (!asked.success) return problem("invalid-request");
  const { text, level, from } = asked.data;
  const found = await markLines(actor, { id, text, levels: level, from });
  if (!found.ok) return problem(found.code);
  const { first, end, marks } = found.value;
  return json({ first, end, bits: packMarks(marks, { first, end }) });
});
