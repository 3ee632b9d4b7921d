import { z } from "zod";
import { route } from "@/app/_edges/route";
import { lineAt, linesOf } from "@/lib/logs/reading";
import { LogRequestId, WhichLines } from "@/lib/logs/schema";
import { ok } from "@/lib/result";
import { LogLine } from "../../../_shapes/log-request";

export const GET = route(
  {
    id: "listLogLines",
    summary: "Read lines of a log",
    description:
      "From a number on, or from the first line that was written at a time or later. While the log arrives, ask again from the number " +
      "behind the last one.",
    params: LogRequestId,
    query: WhichLines,
    answer: z.strictObject({ items: z.array(LogLine) }),
    refuses: ["not-found"],
  },
  async (actor, { params: { id }, query: { from = 0, at, count } }) => {
    const first = at ? await lineAt(actor, { id, at }) : ok(from);
    if (!first.ok) return first;
    if (first.value === null) return ok({ items: [] });
    const lines = await linesOf(actor, { id, from: first.value, count });
    if (!lines.ok) return lines;
    return ok({ items: lines.value.map((line) => ({ ...line, at: line.at?.toISOString() ?? null })) });
  },
);
