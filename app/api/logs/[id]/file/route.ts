import { z } from "zod";
import { problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { fileHeaders } from "@/app/_edges/export-stream";
import { paramsOf } from "@/app/_edges/params";
import { logFormats } from "@/lib/logs/format";
import { getLogRequest } from "@/lib/logs/queries";
import { downloadLog } from "@/lib/logs/reading";
import { LogRequestId } from "@/lib/logs/schema";

const Asked = z.object({ format: z.enum(logFormats) });
const types = { log: "text/plain; charset=utf-8", ndjson: "application/x-ndjson" };

/** A whole log as a file, piece by piece. */
export const GET = fileRoute(LogRequestId, async (actor, { params, request }) => {
  const asked = Asked.safeParse(paramsOf(new URL(request.url)));
  if (!asked.success) return problem("invalid-request");
  const { format } = asked.data;
  const log = await getLogRequest(actor, params);
  if (!log.ok) return problem(log.code);
  const file = await downloadLog(actor, { id: params.id, format });
  if (!file.ok) return problem(file.code);
  const { user, requestedAt } = log.value;
  // What a header of ASCII does not carry is left out of the name.
  const who = user.username.replaceAll(/[^\w.-]/g, "");
  const name = `log-${who}-${requestedAt.toISOString().slice(0, 10)}.${format}`;
  return new Response(textStream(file.value), { headers: fileHeaders({ name, type: types[format] }) });
});

function textStream(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
