import { useEffect } from "react";

/** Registers the worker that opens this app without a network, and tells it what this page is built from. */
export function useWorker() {
  useEffect(() => {
    // Development changes its parts without changing their names.
    if (process.env.NODE_ENV !== "production" || !navigator.serviceWorker) return;
    const leaving = new AbortController();
    void register(leaving.signal);
    return () => leaving.abort();
  }, []);
}

async function register(signal: AbortSignal) {
  try {
    const { serviceWorker } = navigator;
    await serviceWorker.register("/agent-worker.js", { scope: "/agent" });
    const { active } = await serviceWorker.ready;
    if (signal.aborted) return;
    const urls = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage({ type: "parts", urls });
  } catch {
    // Private windows refuse it: the app then needs the network to open.
  }
}
