"use client";

import { useTranslations } from "use-intl";
import type { LineChange } from "@/lib/imports/schema";
import type { LineWords } from "./use-line-words";

type Props = { change: LineChange; made: boolean; words: LineWords };

/** What is there now and what comes instead; of somebody who is made, only that. */
export function ChangeText({ change, made, words }: Props) {
  const t = useTranslations("import");
  const to = <span className="font-medium text-ink">{words.value(change, change.to)}</span>;
  if (made) return to;
  return (
    <>
      <span className="text-ink-2">{words.value(change, change.from)}</span>
      <span aria-hidden className="text-ink-3">
        {" → "}
      </span>
      <span className="sr-only">{t("becomes")}</span>
      {to}
    </>
  );
}
