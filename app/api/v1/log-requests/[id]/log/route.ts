import { z } from "zod";
import { problem } from "@/app/_edges/answers";
import { logFile, logTypes } from "@/app/_edges/log-file";
import { route } from "@/app/_edges/route";
import { logFormats } from "@/lib/logs/format";
import { LogRequestId } from "@/lib/logs/schema";

export const GET = route(
  {
    id: "downloadLog",
    summary: "Download a log",
    params: LogRequestId,
    query: z.strictObject({ format: z.enum(logFormats).default("ndjson") }),
    files: {
      [logTypes.ndjson]: "A JSON object a line: `at`, `level`, `message` and the fields that the app added.",
      [logTypes.log]: "With `format=log`: a line as people read it.",
    },
    refuses: ["not-found"],
  },
  async (actor, { params, query }, { signal }) => {
    const file = await logFile(actor, { ...params, ...query }, signal);
    return file instanceof Response ? file : problem(file.code);
  },
);
