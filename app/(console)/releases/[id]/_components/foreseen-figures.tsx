"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { FigureRows, type FigureWords } from "../../_components/figure-rows";
import type { Counted } from "../../_components/use-preview";
import { countRelease } from "../../actions";

type Props = {
  id: string;
  words: FigureWords;
  /** Null: from now on. */
  at: string | null;
};

/** What a release would do if it were mandatory from a moment on. */
export function ForeseenFigures({ id, words, at }: Props) {
  const t = useTranslations("release.preview");
  const [counted, setCounted] = useState<Counted | "failed" | null>(null);

  useEffect(() => {
    let stale = false;
    reached(countRelease({ id, as: "mandatory", ...(at !== null && { at }) })).then((result) => {
      if (!stale) setCounted(result.ok ? result.value : "failed");
    });
    return () => {
      stale = true;
    };
  }, [id, at]);

  if (counted === null || counted === "failed")
    return <p className="text-ink-2">{t(counted === null ? "counting" : "not-counted")}</p>;
  return <FigureRows counted={counted} words={{ ...words, kind: "mandatory" }} />;
}
