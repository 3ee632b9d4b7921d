"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { FigureRows, type FigureWords } from "../../_components/figure-rows";
import type { Counted } from "../../_components/use-preview";
import { countRelease } from "../../actions";

/** What a release would do if it were mandatory from now on. */
export function ForeseenFigures({ id, words }: { id: string; words: FigureWords }) {
  const t = useTranslations("release.preview");
  const [counted, setCounted] = useState<Counted | "failed" | null>(null);

  useEffect(() => {
    let stale = false;
    reached(countRelease({ id, as: "mandatory" })).then((result) => {
      if (!stale) setCounted(result.ok ? result.value : "failed");
    });
    return () => {
      stale = true;
    };
  }, [id]);

  if (counted === null || counted === "failed")
    return <p className="text-ink-2">{t(counted === null ? "counting" : "not-counted")}</p>;
  return <FigureRows counted={counted} words={{ ...words, kind: "mandatory" }} />;
}
