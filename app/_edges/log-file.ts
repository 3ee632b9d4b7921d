import type { Actor } from "@/lib/auth/actor";
import type { LogFormat } from "@/lib/logs/format";
import { getLogRequest } from "@/lib/logs/queries";
import { downloadLog } from "@/lib/logs/reading";
import { fileHeaders } from "./export-stream";

export const logTypes = {
  ndjson: "application/x-ndjson; charset=utf-8",
  log: "text/plain; charset=utf-8",
} as const satisfies Record<LogFormat, string>;

/** A log as a file, sent as fast as it is taken. */
export async function logFile(actor: Actor, asked: { id: string; format: LogFormat }, signal: AbortSignal) {
  const request = await getLogRequest(actor, { id: asked.id });
  if (!request.ok) return request;
  const log = await downloadLog(actor, asked);
  if (!log.ok) return log;
  const { user, requestedAt } = request.value;
  // What a header of ASCII does not carry is left out of the name.
  const who = user.username.replaceAll(/[^\w.-]/g, "");
  const name = `log-${who}-${requestedAt.toISOString().slice(0, 10)}.${asked.format}`;
  return new Response(textStream(log.value, signal), {
    headers: fileHeaders({ name, type: logTypes[asked.format] }),
  });
}

/** Whoever goes away ends it. */
function textStream(chunks: AsyncGenerator<string>, signal: AbortSignal) {
  const encoder = new TextEncoder();
  const cancel = async () => void (await chunks.return(undefined));
  signal.addEventListener("abort", cancel, { once: true });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}
