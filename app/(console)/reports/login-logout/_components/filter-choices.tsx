"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { countFormat } from "@/components/ui/formats";
import { Input } from "@/components/ui/input";
import type { Column } from "@/lib/reports/catalogue";
import type { Value } from "@/lib/reports/row";
import { type Choice, mostChoices } from "./choices";
import { formatDate, type Reading } from "./formats";
import { useChoices } from "./use-choices";
import { useColumnWords } from "./use-column-words";

type ChoicesProps = {
  column: Column;
  report: string;
  reading: Reading;
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

const searchedFrom = 9;

/** What the rows have, to be ticked. */
export function FilterChoices({ column, report, reading, chosen, onChange }: ChoicesProps) {
  const t = useTranslations("reports.filter");
  const problem = useTranslations("problem");
  const locale = useLocale();
  const words = useColumnWords();
  const [searched, setSearched] = useState("");
  const { all, found, searching, refused } = useChoices(report, column, searched);
  const alert = refused && <Alert tone="warn" title={problem(refused.code)} />;
  if (!all && alert) return alert;

  const label = (value: Value) =>
    column.type === "date" && typeof value === "string"
      ? formatDate(value, reading)
      : words.valueOf(column, value);
  const wanted = searched.trim().toLocaleLowerCase();
  const fits = ({ value }: Pick<Choice, "value">) => label(value).toLocaleLowerCase().includes(wanted);
  const { listed, more } = found ?? all ?? { listed: [], more: false };
  // What is chosen already stays to be taken back, though no row has it, or none that is listed.
  const known = [...listed, ...(all?.listed ?? [])];
  const gone = chosen
    .filter((value) => !known.some((choice) => choice.value === value))
    .map((value) => ({ value, rows: all?.more ? null : 0 }));
  // No text finds what has no value.
  const unnamed = all?.listed.filter(({ value }) => value === null) ?? [];
  const shown = found
    ? [...listed, ...[...unnamed, ...gone].filter(fits)]
    : [...listed, ...gone].filter(fits);
  const empty = all?.listed.length === 0 && gone.length === 0;

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{t("any-of")}</legend>
      {all && (all.more || all.listed.length >= searchedFrom) && (
        <Input
          type="search"
          value={searched}
          onChange={(event) => setSearched(event.target.value)}
          maxLength={256}
          placeholder={t("find")}
          aria-label={t("find")}
        />
      )}
      {alert}
      <ul
        className="h-56 overflow-y-auto rounded-md border border-line p-1"
        aria-busy={all === null || searching}
      >
        {shown.map(({ value, rows }) => (
          <li key={String(value)}>
            <label className="flex items-center gap-2 rounded-md px-2 py-1 hover:bg-chip pointer-coarse:py-2.5">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                  )
                }
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1 truncate">{label(value)}</span>
              {rows !== null && (
                <span className="num text-ink-3 text-xs">{countFormat(locale).format(rows)}</span>
              )}
            </label>
          </li>
        ))}
        {all !== null && !searching && shown.length === 0 && (
          <li className="px-2 py-1 text-ink-2">{t(empty ? "no-rows" : "none")}</li>
        )}
      </ul>
      {more && (
        <p role="status" className="text-ink-2 text-xs">
          {t(found ? "more-found" : "more", { count: mostChoices })}
        </p>
      )}
    </fieldset>
  );
}
