"use client";

import { useEffect, useState } from "react";
import { addressOf, type Held } from "./asked";
import { Refused, readTotals, type Totals } from "./read-report";

type Answer = { key: string; held: Held; totals: Totals | null; refused: Refused | null };

/** How many rows the report that is shown has, and what they come to; null until it is known. */
export function useTotals(held: Held | null) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = held ? `${attempt} ${held.asOf} ${addressOf(held)}` : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is in the key; pages that come change nothing in it.
  useEffect(() => {
    if (!held || key === null) return;
    const stop = new AbortController();
    const told = (totals: Totals | null, refused: Refused | null) => {
      if (!stop.signal.aborted) setAnswer({ key, held, totals, refused });
    };
    readTotals(addressOf(held), { asOf: held.asOf }, stop.signal).then(
      (totals) => told(totals, null),
      (error) => told(null, error instanceof Refused ? error : new Refused("internal")),
    );
    return () => stop.abort();
  }, [key]);

  // Of the same rows at the same moment, the sums that are known hold while others are on their way.
  const holds = answer && held && answer.held.report === held.report && answer.held.asOf === held.asOf;
  return {
    totals: holds ? answer.totals : null,
    refused: holds && answer.key === key ? answer.refused : null,
    again: () => setAttempt((count) => count + 1),
  };
}
