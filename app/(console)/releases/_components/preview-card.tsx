"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Card } from "@/components/ui/card";
import { Ago } from "@/components/ui/relative-time";
import { FigureRows, type FigureWords } from "./figure-rows";
import type { FigureKey } from "./figures";
import type { AskPeople } from "./use-people";
import type { Counted } from "./use-preview";

type Props = {
  title: ReactNode;
  /** Of which moment, where there are two. */
  choice?: ReactNode;
  counted: Counted | null;
  /** Instead of figures while there are none. */
  instead: ReactNode;
  counting?: boolean;
  words: FigureWords;
  people: AskPeople<FigureKey>;
};

/** What a release does, in figures; each opens the list of whom it counts. */
export function PreviewCard({ title, choice, counted, instead, counting = false, words, people }: Props) {
  const t = useTranslations("release.preview");
  const at = counted && new Date(counted.countedAt).toISOString();

  return (
    <Card className="lg:sticky lg:top-16" aria-busy={counting}>
      <header className="mb-2 flex items-baseline justify-between gap-4">
        <h2 className="font-semibold">{title}</h2>
        {at && (
          <p className="shrink-0 text-ink-2 text-xs">
            {t("counted")} <Ago at={at} now={at} />
          </p>
        )}
      </header>
      {choice && <div className="mb-3">{choice}</div>}
      {counted ? (
        <>
          <FigureRows counted={counted} words={words} people={people} />
          <p className="mt-3 text-ink-2 text-xs">{t("opens")}</p>
        </>
      ) : (
        <div className="py-6 text-ink-2">{instead}</div>
      )}
    </Card>
  );
}
