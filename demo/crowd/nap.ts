/** Waits that somebody may cut short: news came, or the day is over. */
export function createNap() {
  let wake: (() => void) | undefined;

  return {
    nap: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(done, ms);
        function done() {
          clearTimeout(timer);
          wake = undefined;
          resolve();
        }
        wake = done;
      }),
    wake: () => wake?.(),
  };
}
export type Nap = ReturnType<typeof createNap>["nap"];
