import { Problem, readProblem } from "./problem";

// At eight in the morning a whole centre signs in at once, and each waits for its turn.
const patienceMs = 60_000;

export const currentSession = "/v1/sessions/current";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Call = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  token?: string;
  body?: object;
  /** Instead of a body: sent as it is. */
  raw?: { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> };
  idempotencyKey?: string;
};

/** Calls the gateway: the answer's JSON, or a thrown Problem. */
export function createRequester(gateway: string, fetch: Fetch) {
  const base = gateway.replace(/\/+$/, "");

  return async function request({ method, path, token, body, raw, idempotencyKey }: Call): Promise<unknown> {
    let response: Response;
    let text: string;
    // React Native has no AbortSignal.timeout.
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    try {
      response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(body && { "content-type": "application/json" }),
          ...raw?.headers,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
        },
        ...(body && { body: JSON.stringify(body) }),
        ...(raw && { body: raw.bytes }),
        cache: "no-store",
        signal: patience.signal,
      });
      text = await response.text();
    } catch {
      throw new Problem("unreachable", `no answer from ${base}`);
    } finally {
      clearTimeout(timer);
    }
    const json = parse(text);
    if (!response.ok) throw readProblem(json, response.status, response.headers.get("retry-after"));
    return json;
  };
}
export type Request = ReturnType<typeof createRequester>;

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
