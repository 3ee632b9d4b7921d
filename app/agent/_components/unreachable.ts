import { Problem } from "@/client/rollcall";

export const isUnreachable = (problem: unknown) =>
  problem instanceof Problem && problem.code === "unreachable";

/** Ends early when `signal` is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    const timer = setTimeout(resume, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resume();
    });
  });
}
