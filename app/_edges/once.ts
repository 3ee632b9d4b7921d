import { log } from "@/lib/log";
import type { Claim } from "@/lib/requests/claim";
import { beatFor, claimRequest, keepAnswer, leaveRequest } from "@/lib/requests/commands";
import type { Answer, Asked } from "@/lib/requests/schema";
import { problem } from "./answers";

/** Carries out what was asked for once: whoever asks again, with the same key, gets the same answer for a day. */
export async function once(asked: Asked, run: (claim: Claim) => Promise<Response>): Promise<Response> {
  const claimed = await claimRequest(asked);
  if (!claimed.ok) return problem(claimed.code);
  if ("answer" in claimed.value) return again(claimed.value.answer);

  const { claim } = claimed.value;
  const stop = beatFor(claim);
  try {
    const response = await run(claim);
    // What failed may work the next time.
    if (response.status >= 500) await leaveRequest(claim).catch(lost);
    else await keepAnswer(claim, await answerOf(response.clone())).catch(lost);
    return response;
  } finally {
    stop();
  }
}

async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: await response.text(),
  };
}

const again = ({ status, type, body }: Answer) =>
  new Response(status === 204 ? null : body, {
    status,
    headers: { ...(type !== null && { "content-type": type }), "idempotency-replayed": "true" },
  });

/** The caller has its answer all the same. */
const lost = (error: unknown) => log.error({ error: String(error) }, "what came of a request was not kept");
