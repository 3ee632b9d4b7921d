const longestMs = 30_000;

/** From here on the limit grows no more. */
export const longestAttempt = 6;

/**
 * Full jitter: anything up to a limit that doubles with every failed attempt, so that apps which lost the same gateway
 * do not come back in step. `attempt` counts from 0, `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number, firstMs = 500): number {
  return Math.round(random * Math.min(longestMs, firstMs * 2 ** attempt));
}
