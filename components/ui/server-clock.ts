"use client";

import { useEffect, useSyncExternalStore } from "react";

// The reader's clock may be wrong by minutes. The smallest distance seen between a server time and its arrival is the
// best guess of how far.
let skewMs = Number.POSITIVE_INFINITY;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

// The two clocks of a browser run alike, unless one of them is set.
let offsetMs = Number.NaN;

function tell() {
  const now = Date.now() - performance.now();
  if (Math.abs(now - offsetMs) > 2000) skewMs += now - offsetMs;
  offsetMs = now;
  for (const listener of listeners) listener();
}

function run() {
  clearInterval(timer);
  timer = undefined;
  if (listeners.size === 0 || document.hidden) return;
  tell();
  timer = setInterval(tell, 1000);
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) document.addEventListener("visibilitychange", run);
  listeners.add(listener);
  if (timer === undefined) run();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", run);
    run();
  };
}

/** The whole second, so that React sees one value between two ticks. */
const second = () => Math.floor(Date.now() / 1000) * 1000;
const never = () => () => undefined;

/** The same at one moment, for what is read once. */
export const serverNow = (renderedAt: number) =>
  Math.max(renderedAt, Number.isFinite(skewMs) ? Date.now() - skewMs : renderedAt);

/**
 * The server's time in ms, ticking once a second while the tab is visible; one timer for all.
 * `renderedAt` is the server's time of the first paint, and the answer until the page is alive.
 */
export function useServerNow(renderedAt: number, ticking: boolean) {
  const local = useSyncExternalStore<number | null>(ticking ? subscribe : never, second, () => null);

  useEffect(() => {
    if (ticking) skewMs = Math.min(skewMs, Date.now() - renderedAt);
  }, [renderedAt, ticking]);

  if (!ticking || local === null) return renderedAt;
  const skew = Number.isFinite(skewMs) ? skewMs : local - renderedAt;
  return Math.max(renderedAt, local - skew);
}
