"use client";

import { useState } from "react";
import type { ActionResult } from "@/app/_edges/action";
import type { Counted } from "./use-preview";

/** The figures that a step shows, by the name of what they are of, and with which it is confirmed. */
export function useForeseen(of: string) {
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<{ key: string; counted: Counted }>();
  const key = `${round} ${of}`;
  const counts = found?.key === key ? { counts: found.counted.counts } : {};

  return {
    key,
    /** The figures, once they are there. */
    counted: found?.key === key ? found.counted : null,
    onCounted: (counted: Counted) => setFound({ key, counted }),
    /** Takes the step with the counts that are shown; where there are far more by now, they are counted anew. */
    async confirm<T>(step: (counts: { counts?: Counted["counts"] }) => Promise<ActionResult<T>>) {
      const result = await step(counts);
      if (!result.ok && result.code === "counts-changed") setRound(round + 1);
      return result;
    },
    /** Forgets what was counted before. */
    renew: () => setRound(round + 1),
  };
}
