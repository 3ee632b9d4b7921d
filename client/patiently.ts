import { backoffMs } from "./backoff";
import { Problem } from "./problem";

export const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Tries again after each failure, later each time and not before the gateway wants it, until `isOver`. */
export async function patiently(attempt: () => Promise<unknown>, isOver: () => boolean): Promise<void> {
  for (let failed = 0; !isOver(); failed++) {
    try {
      await attempt();
      return;
    } catch (problem) {
      const asked = problem instanceof Problem ? (problem.retryAfterSeconds ?? 0) : 0;
      await pause(asked * 1000 + backoffMs(failed, Math.random(), 1000));
    }
  }
}
