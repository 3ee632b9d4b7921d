"use client";

import { useEffect, useState } from "react";
import { readMarks, type Wanted } from "./read";

const againMs = 2000;
const nothing: readonly number[] = [];

type Input = {
  id: string;
  edition: number;
  /** How many lines the log has. */
  lines: number;
  /** Null where nothing is wanted. */
  wanted: Wanted | null;
};

type Found = { of: string; end: number; marks: readonly number[] };

/** The numbers of all lines that have what is wanted, also of those that arrive. */
export function useMarks({ id, edition, lines, wanted }: Input) {
  const of = wanted ? JSON.stringify([edition, wanted.text, wanted.levels]) : null;
  const [found, setFound] = useState<Found | null>(null);
  const [failures, setFailures] = useState(0);
  const current = found !== null && found.of === of ? found : null;
  const end = current?.end ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` is what is wanted, in one word; what failed is asked for again.
  useEffect(() => {
    if (of === null || !wanted || (current && end >= lines)) return;
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    readMarks(id, wanted, end, stop.signal).then(
      (read) => {
        if (stop.signal.aborted) return;
        setFound((before) => {
          const earlier = before?.of === of ? before.marks.filter((line) => line < read.first) : nothing;
          return { of, end: read.end, marks: [...earlier, ...read.marks] };
        });
      },
      () => {
        if (!stop.signal.aborted) again = setTimeout(() => setFailures((count) => count + 1), againMs);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(again);
    };
  }, [id, of, end, lines, failures]);

  return {
    /** Null where nothing is wanted, or nothing is known yet. */
    marks: current?.marks ?? null,
    searching: of !== null && current === null,
    failed: of !== null && current === null && failures > 0,
  };
}
