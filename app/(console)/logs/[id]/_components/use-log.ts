"use client";

import { useEffect, useState } from "react";
import type { OpenedLog } from "@/lib/logs/row";
import { Gone, readLog } from "./read";

const everyMs = 1000;

/** A log as it is now: asked again each second for as long as its request is open. */
export function useLog(given: OpenedLog) {
  const [held, setHeld] = useState({ given, log: given, gone: false });
  // The page was made anew: it knows more than what was asked before.
  if (held.given !== given) setHeld({ given, log: given, gone: false });
  const { id } = given;
  const goesOn = held.log.endedAt === null && !held.gone;

  useEffect(() => {
    if (!goesOn) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      const log = await (document.hidden ? undefined : readLog(id, stop.signal).catch(orGone));
      if (stop.signal.aborted) return;
      if (log === null) setHeld((before) => ({ ...before, gone: true }));
      else if (log) setHeld((before) => (isSame(before.log, log) ? before : { ...before, log }));
      timer = setTimeout(ask, everyMs);
    }
    timer = setTimeout(ask, everyMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, goesOn]);

  return { log: held.log, gone: held.gone };
}

/** What cannot be reached is asked for again; null where there is no such log any more. */
const orGone = (error: unknown) => (error instanceof Gone ? null : undefined);

const isSame = (a: OpenedLog, b: OpenedLog) => JSON.stringify(a) === JSON.stringify(b);
