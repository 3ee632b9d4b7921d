/** How many frames an app may have unanswered. */
export const mostUnanswered = 32;

const burst = 256;
const perSecond = 32;

export type Allowance = { left: number; atMs: number };

export const fullAllowance = (nowMs: number): Allowance => ({ left: burst, atMs: nowMs });

/** What is left after one more frame: a burst, and then so many a second; below zero is a flood. */
export function spend({ left, atMs }: Allowance, nowMs: number): Allowance {
  const refilled = Math.min(burst, left + ((nowMs - atMs) / 1000) * perSecond);
  return { left: refilled - 1, atMs: nowMs };
}
