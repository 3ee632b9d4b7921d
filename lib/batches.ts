import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs one batch at a time, and begins one at most every `everyMs`: what comes in meanwhile makes the next, and nothing
 * waits where there is no crowd. `run` answers in the order of its inputs; where it fails, all of the batch fails.
 */
export function inBatches<I, O>(
  run: (inputs: I[]) => Promise<O[]>,
  { most, everyMs = 0 }: { most: number; everyMs?: number },
) {
  type Waiting = { input: I; resolve: (output: O) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let working = false;
  let last: Promise<unknown> = Promise.resolve();
  let beganMs = Number.NEGATIVE_INFINITY;

  async function work() {
    if (working) return;
    working = true;
    // All that arrived in this turn of the event loop goes together.
    await new Promise((resume) => setImmediate(resume));
    while (waiting.length > 0) {
      const earlyMs = beganMs + everyMs - performance.now();
      if (earlyMs > 0) await pause(earlyMs);
      beganMs = performance.now();
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const outputs = await run(batch.map(({ input }) => input));
        for (const [index, output] of outputs.entries()) batch[index]?.resolve(output);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    working = false;
  }

  return {
    add(input: I): Promise<O> {
      const output = new Promise<O>((resolve, reject) => waiting.push({ input, resolve, reject }));
      void work();
      last = output.catch(() => {});
      return output;
    },
    /** Resolves when all that was added so far is answered. */
    settled: async () => {
      await last;
    },
  };
}
