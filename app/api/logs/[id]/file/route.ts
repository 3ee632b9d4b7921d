import { z } from "zod";
import { problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { logFile } from "@/app/_edges/log-file";
import { paramsOf } from "@/app/_edges/params";
import { logFormats } from "@/lib/logs/format";
import { LogRequestId } from "@/lib/logs/schema";

const Asked = z.object({ format: z.enum(logFormats) });

/** A whole log as a file, piece by piece. */
export const GET = fileRoute(LogRequestId, async (actor, { params, request }) => {
  const asked = Asked.safeParse(paramsOf(new URL(request.url)));
  if (!asked.success) return problem("invalid-request");
  const file = await logFile(actor, { ...params, ...asked.data }, request.signal);
  return file instanceof Response ? file : problem(file.code);
});
