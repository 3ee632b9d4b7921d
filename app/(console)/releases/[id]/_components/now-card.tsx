"use client";

import { useTranslations } from "use-intl";
import type { FigureWords } from "../../_components/figure-rows";
import { PreviewCard } from "../../_components/preview-card";
import type { Counted } from "../../_components/use-preview";
import { peopleOfRelease } from "../../actions";

type Props = { id: string; scheduled: boolean; counted: Counted; words: FigureWords };

/** What a release does as it stands; of a scheduled one, what it would do now. */
export function NowCard({ id, scheduled, counted, words }: Props) {
  const t = useTranslations("release.preview");
  return (
    <PreviewCard
      title={t(scheduled ? "if-now" : "now")}
      counted={counted}
      instead={null}
      words={words}
      people={(figure) => peopleOfRelease({ id, figure })}
    />
  );
}
