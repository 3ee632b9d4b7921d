"use client";

import { useTranslations } from "use-intl";
import type { FigureWords } from "../../_components/figure-rows";
import { PreviewCard } from "../../_components/preview-card";
import { useLater } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { peopleOfRelease } from "../../actions";

type Props = { id: string; counted: Counted; words: FigureWords };

/** What a release does as it stands; of a scheduled one, what it will do at its time. */
export function NowCard({ id, counted, words }: Props) {
  const t = useTranslations("release.preview");
  const later = useLater(counted);
  return (
    <PreviewCard
      title={later ? t("at", { at: later }) : t("now")}
      counted={counted}
      instead={null}
      words={words}
      people={(figure) => peopleOfRelease({ id, figure })}
    />
  );
}
