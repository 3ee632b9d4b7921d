"use client";

import { useEffect, useState } from "react";
import type { Placed } from "@/lib/logs/beside";
import { readHappenings } from "./read";

const everyMs = 3000;
const nothing: readonly Placed[] = [];

type Input = {
  id: string;
  /** False where they are not to be shown, or the reader may not know of them. */
  wanted: boolean;
  /** More may come. */
  goesOn: boolean;
  /** They stand between lines: with others they are to be placed anew. */
  lines: number;
};

/** What happened to the agent while the app wrote: read when the lines are there, and again while the log goes on. */
export function useHappenings({ id, wanted, goesOn, lines }: Input): readonly Placed[] {
  const [held, setHeld] = useState<readonly Placed[]>(nothing);
  const settled = goesOn ? -1 : lines;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once more when a log has all its lines.
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function read() {
      const found = await readHappenings(id, stop.signal).catch(() => null);
      if (stop.signal.aborted) return;
      if (found) setHeld((before) => (isSame(before, found) ? before : found));
      if (goesOn || !found) timer = setTimeout(read, everyMs);
    }
    void read();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, wanted, goesOn, settled]);

  return wanted ? held : nothing;
}

const isSame = (a: readonly Placed[], b: readonly Placed[]) => JSON.stringify(a) === JSON.stringify(b);
