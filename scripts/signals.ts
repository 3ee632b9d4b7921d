// npm hands on a Ctrl-C that the terminal has told us already.
const samePressMs = 500;

/** Calls `end` when somebody asks this process to end, and `endAtOnce` when they ask again. */
export function onSignals(end: () => void, endAtOnce: () => void) {
  let firstMs: number | undefined;

  function asked() {
    const nowMs = performance.now();
    if (firstMs === undefined) {
      firstMs = nowMs;
      end();
    } else if (nowMs - firstMs > samePressMs) endAtOnce();
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, asked);
}
