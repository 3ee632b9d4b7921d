import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "./random";

export type Call = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: object;
  signal?: AbortSignal;
};
export type Reply = { status: number; body: Record<string, unknown>; retryAfter: number | null; via: string };

const patienceMs = 15_000;
const mostAttempts = 40;

export async function ask(url: string, { method, path, headers, body, signal }: Call): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    signal: signal ?? AbortSignal.timeout(patienceMs),
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const asked = response.headers.get("retry-after");
  return {
    status: response.status,
    body: text ? JSON.parse(text) : {},
    retryAfter: asked === null ? null : Number(asked),
    via: url,
  };
}

/** Asks until there is an answer, as an app does: elsewhere after a lost one, later where a gateway wants it. */
export async function insist(urls: readonly string[], call: Call, random: Random): Promise<Reply> {
  let turn = random.between(0, urls.length - 1);
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const url = urls[turn++ % urls.length] ?? "";
    const reply = await ask(url, call).catch(() => undefined);
    if (reply && reply.status !== 503) return reply;
    await pause((reply?.retryAfter ?? 0) * 1000 + random.between(50, 500));
  }
  throw new Error(`nobody answered ${call.method} ${call.path}`);
}
