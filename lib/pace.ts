/**
 * A pace of one in so many ms on average. One may be early by some ms: measured from the one before alone, each would be as
 * late as the latest yet. Returns how long to wait, in ms; 0 takes the turn.
 */
export function openPace({ everyMs, earlyMs }: { everyMs: number; earlyMs: number }) {
  let dueMs = Number.NEGATIVE_INFINITY;
  return (nowMs: number): number => {
    const waitMs = dueMs - earlyMs - nowMs;
    if (waitMs > 0) return waitMs;
    dueMs = Math.max(dueMs, nowMs) + everyMs;
    return 0;
  };
}
