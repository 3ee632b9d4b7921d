import { setTimeout as pause } from "node:timers/promises";

const eachMs = 100;
const longestMs = 120_000;

/** Resolves when the address answers that all is well. */
export async function untilHealthy(url: string, signal: AbortSignal) {
  let last = "no answer";
  for (let waited = 0; waited < longestMs; waited += eachMs) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 500)}`;
    } catch {
      // Not yet listening.
    }
    await pause(eachMs);
  }
  throw new Error(`${url} does not become healthy: ${last}`);
}
