"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { EscalatedChoice } from "../../_components/escalated-choice";
import { confirmedAs, type FigureWords } from "../../_components/figure-rows";
import { PreviewCard } from "../../_components/preview-card";
import { confirmedOf, useConfirmed } from "../../_components/use-confirmed";
import { useLater } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { peopleOfRelease } from "../../actions";

type Props = { id: string; counted: Counted; words: FigureWords; out: boolean };

/** What a release does as it stands; of a scheduled one, what it will do at its time; and what it becomes. */
export function NowCard({ id, counted, words, out }: Props) {
  const t = useTranslations("release.preview");
  const problem = useTranslations("problem");
  const { frozen, failed, ask } = useConfirmed(null);
  const [escalated, setEscalated] = useState(false);
  const escalates = words.escalatesAt !== null;
  const then = escalated && escalates;
  const shown = then ? frozen : counted;
  const later = useLater(shown);

  function choose(chosen: boolean) {
    setEscalated(chosen);
    if (chosen) void ask(id, { words });
  }

  return (
    <PreviewCard
      title={then ? t("if-mandatory", { at: later ?? "" }) : later ? t("at", { at: later }) : t("now")}
      choice={
        escalates && (
          <EscalatedChoice first={t(out ? "as-it-is" : "goes-out")} escalated={escalated} onChange={choose} />
        )
      }
      counted={shown}
      instead={failed ? problem(failed) : t("counting")}
      words={then ? confirmedAs(words) : words}
      people={(figure) => peopleOfRelease({ ...(then ? confirmedOf(id, { words }) : { id }), figure })}
    />
  );
}
