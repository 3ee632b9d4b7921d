"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import type { ActionResult } from "@/app/_edges/action";
import { FigureRows, type FigureWords } from "../../_components/figure-rows";
import type { FigureKey } from "../../_components/figures";
import type { AskPeople } from "../../_components/use-people";
import type { Counted } from "../../_components/use-preview";

type Props = {
  words: FigureWords;
  count: () => Promise<ActionResult<Counted>>;
  people: AskPeople<FigureKey>;
  /** With the figures that are shown. */
  onCounted: (counted: Counted) => void;
};

// Somebody types: what is passed by is not counted.
const afterMs = 300;

/** What a step would do, counted once: whoever asks anew gives it another key. */
export function ForeseenFigures({ words, count, people, onCounted }: Props) {
  const t = useTranslations("release.preview");
  const [counted, setCounted] = useState<Counted | "failed" | null>(null);

  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const result = await reached(count());
    if (signal.aborted) return;
    setCounted(result.ok ? result.value : "failed");
    if (result.ok) onCounted(result.value);
  });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => void ask(stop.signal), afterMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);

  if (counted === null || counted === "failed")
    return <p className="text-ink-2">{t(counted === null ? "counting" : "not-counted")}</p>;
  return <FigureRows counted={counted} words={words} people={people} />;
}
