import type { Tx } from "./db";

/**
 * Keeps what everything reads and few change: at most `keptMs` old, so that a change counts in every process within two
 * seconds. It reads through the caller's own transaction: ten of these that each waited for one more connection would wait
 * for ever.
 */
export function keep<T>(read: (tx: Tx) => Promise<T>, keptMs = 1000) {
  let kept: { value: T; atMs: number } | undefined;
  let changes = 0;

  return {
    async read(tx: Tx): Promise<T> {
      if (kept && performance.now() - kept.atMs < keptMs) return kept.value;
      const atMs = performance.now();
      const before = changes;
      const value = await read(tx);
      // What was read while it changed is good for this caller at most.
      if (changes === before) kept = { value, atMs };
      return value;
    },
    /** For whoever has just changed it. */
    forget() {
      changes += 1;
      kept = undefined;
    },
  };
}
