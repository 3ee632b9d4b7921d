import { setTimeout as pause } from "node:timers/promises";

/** Waits until something holds; says what it waited for where it never does. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { seconds = 20, everyMs = 50 } = {},
) {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await pause(everyMs);
  }
}
