"use client";

import { useEffect, useState } from "react";
import { reached } from "@/app/_components/reached";
import { PreviewDraft } from "@/lib/releases/schema";
import type { PreviewSummary } from "@/lib/releases/summary";
import { countDraft } from "../actions";
import { type Draft, previewOf } from "./draft";

const afterMs = 300;
const againMs = 30_000;

export type Counted = {
  [K in keyof PreviewSummary]: PreviewSummary[K];
};

/** What the draft would do now, counted a moment after it changed and again from time to time; null while it says too little. */
export function usePreview(draft: Draft, of: Parameters<typeof previewOf>[1]) {
  const [found, setFound] = useState<{ of: string; kind: Draft["kind"]; counted: Counted | null }>();
  const input = previewOf(draft, of);
  const kind = input.escalation ? "mandatory" : draft.kind;
  const asked = PreviewDraft.safeParse(input).success ? JSON.stringify(input) : null;

  useEffect(() => {
    if (asked === null) return;
    let stale = false;
    const count = async () => {
      if (document.hidden) return;
      const result = await reached(countDraft(JSON.parse(asked)));
      // What was counted of the same stands where it cannot be counted again.
      if (!stale)
        setFound((before) =>
          !result.ok && before?.of === asked && before.counted
            ? before
            : { of: asked, kind, counted: result.ok ? result.value : null },
        );
    };
    const timer = setTimeout(count, afterMs);
    const again = setInterval(count, againMs);
    return () => {
      stale = true;
      clearTimeout(timer);
      clearInterval(again);
    };
  }, [asked, kind]);

  return {
    /** What the figures are of: the lists behind them are asked with it. */
    input: asked === null ? null : input,
    // Those of the other kind say something else.
    counted: asked !== null && found?.kind === kind ? found.counted : null,
    counting: asked !== null && found?.of !== asked,
    failed: asked !== null && found?.of === asked && found.counted === null,
  };
}
