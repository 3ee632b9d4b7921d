"use client";

import { useState } from "react";

/** The lines whose fields are shown; `start` is one of them from the beginning. */
export function useOpened(start: number | null) {
  const [lines, setLines] = useState<ReadonlySet<number>>(() => new Set(start === null ? [] : [start]));
  return {
    lines,
    toggle: (line: number) =>
      setLines((before) => {
        const next = new Set(before);
        if (!next.delete(line)) next.add(line);
        return next;
      }),
  };
}
