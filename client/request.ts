import { Problem, readProblem } from "./problem";

const patienceMs = 20_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Request = { method: "GET" | "POST" | "DELETE"; path: string; token?: string; body?: object };

/** Calls the gateway: the answer's JSON, or a thrown Problem. */
export function createRequester(gateway: string, fetch: Fetch) {
  const base = gateway.replace(/\/+$/, "");

  return async function request({ method, path, token, body }: Request): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(body && { "content-type": "application/json" }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      text = await response.text();
    } catch {
      throw new Problem("unreachable", `no answer from ${base}`);
    }
    const json = parse(text);
    if (!response.ok) throw readProblem(json, response.status);
    return json;
  };
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
