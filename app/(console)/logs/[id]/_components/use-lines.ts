"use client";

import { useEffect, useMemo, useState } from "react";
import type { LogLine } from "@/lib/logs/asked";
import { readLines } from "./read";

const mostHeld = 10_000;
const atOnce = 300;
const againMs = 2000;

type Input = {
  id: string;
  /** Lines that are held belong to this; with another one their numbers mean others. */
  edition: number;
  /** Those that came with the page. */
  first: readonly LogLine[];
  /** Those to be seen first, then those that scrolling comes to. */
  wanted: readonly number[];
};

type Held = { edition: number; lines: ReadonlyMap<number, LogLine> };

/** Lines by their numbers, of which those around what is in view are held. */
export function useLines({ id, edition, first, wanted }: Input): ReadonlyMap<number, LogLine> {
  const [held, setHeld] = useState<Held>(() => ({ edition, lines: byNumber(first) }));
  if (held.edition !== edition) setHeld({ edition, lines: new Map() });
  const [failures, setFailures] = useState(0);
  const [asked, setAsked] = useState<readonly number[]>([]);

  const missing = useMemo(
    () => wanted.filter((line) => !held.lines.has(line)).slice(0, atOnce),
    [wanted, held],
  );
  // What is on its way is not asked for again because the reader has gone on a little meanwhile.
  const [next] = missing;
  const batch = next !== undefined && !asked.includes(next) ? missing : asked;
  if (batch !== asked) setAsked(batch);
  const isDone = missing.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is asked for again.
  useEffect(() => {
    if (batch.length === 0 || isDone) return;
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    readLines(
      id,
      batch.toSorted((a, b) => a - b),
      stop.signal,
    ).then(
      (lines) => {
        if (stop.signal.aborted) return;
        setHeld((before) => (before.edition === edition ? withLines(before, lines) : before));
        setAsked([]);
      },
      () => {
        if (!stop.signal.aborted) again = setTimeout(() => setFailures((count) => count + 1), againMs);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(again);
    };
  }, [id, edition, batch, isDone, failures]);

  return held.lines;
}

const byNumber = (lines: readonly LogLine[]) => new Map(lines.map((line) => [line.number, line]));

/** The oldest go when there are too many: whoever comes back to them asks anew. */
function withLines({ edition, lines: before }: Held, fresh: readonly LogLine[]): Held {
  const lines = new Map([...before, ...byNumber(fresh)]);
  for (const line of lines.keys()) {
    if (lines.size <= mostHeld) break;
    lines.delete(line);
  }
  return { edition, lines };
}
