import { z } from "zod";
import { route } from "@/app/_edges/route";
import { searchLog } from "@/lib/logs/reading";
import { LogRequestId, SearchLines } from "@/lib/logs/schema";

export const GET = route(
  {
    id: "searchLog",
    summary: "Search a log",
    description: "For a text in any case, in messages and fields; without one, for all lines of the levels.",
    params: LogRequestId,
    query: SearchLines,
    answer: z.strictObject({ total: z.int(), lines: z.array(z.int()) }),
    refuses: ["not-found"],
  },
  (actor, { params, query: { text, level, limit } }) =>
    searchLog(actor, { ...params, text, levels: level, most: limit }),
);
