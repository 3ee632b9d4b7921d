"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { EscalatedChoice } from "../../_components/escalated-choice";
import { confirmedAs, type FigureWords } from "../../_components/figure-rows";
import { PreviewCard } from "../../_components/preview-card";
import { confirmedOf } from "../../_components/use-confirmed";
import { useEscalatedTitle } from "../../_components/use-escalated-title";
import { useLater } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { peopleOfRelease } from "../../actions";

type Props = {
  id: string;
  counted: Counted;
  /** What it becomes by itself; null where it does not, or is paused or held meanwhile. */
  becomes: Counted | null;
  words: FigureWords;
  out: boolean;
};

/** What a release does as it stands; of a scheduled one, what it will do at its time; and what it becomes. */
export function NowCard({ id, counted, becomes, words, out }: Props) {
  const t = useTranslations("release.preview");
  const [escalated, setEscalated] = useState(false);
  const then = escalated ? becomes : null;
  const shown = then ?? counted;
  const later = useLater(counted);
  const titled = useEscalatedTitle(becomes);

  return (
    <PreviewCard
      title={then ? titled : later ? t("at", { at: later }) : t("now")}
      choice={
        becomes && (
          <EscalatedChoice
            first={t(out ? "as-it-is" : "goes-out")}
            escalated={escalated}
            onChange={setEscalated}
          />
        )
      }
      counted={shown}
      instead={null}
      words={then ? confirmedAs(words) : words}
      people={(figure) => peopleOfRelease({ ...(then ? confirmedOf(id, { words }) : { id }), figure })}
    />
  );
}
