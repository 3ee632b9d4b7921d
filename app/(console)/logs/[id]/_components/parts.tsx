"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { mostRows, partsOf } from "./part";
import type { Rows } from "./rows";

type Props = { rows: Rows; part: number; onPart: (part: number) => void };

/** A log that is longer than a browser can lay out is shown in parts. */
export function Parts({ rows, part, onPart }: Props) {
  const t = useTranslations("logs.view");
  const locale = useLocale();
  const parts = partsOf(rows);
  if (parts === 1) return null;
  const number = (count: number) => count.toLocaleString(locale);
  const from = part * mostRows;
  return (
    <nav aria-label={t("parts")} className="flex items-center gap-2 border-line border-t px-3 py-2">
      <Button disabled={part === 0} onClick={() => onPart(part - 1)}>
        {t("earlier")}
      </Button>
      <Button disabled={part === parts - 1} onClick={() => onPart(part + 1)}>
        {t("later")}
      </Button>
      <span className="num text-ink-2">
        {t("part", {
          from: number(from + 1),
          to: number(Math.min(rows.total, from + mostRows)),
          all: number(rows.total),
        })}
      </span>
    </nav>
  );
}
