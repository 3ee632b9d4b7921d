"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { ComboboxTrigger, chosenOf, ManyRoot } from "@/components/ui/combobox";
import type { FilterSpec } from "./filter-param";

type FilterChipProps = {
  filter: FilterSpec;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
};

const namedAtMost = 2;

/** One filter: closed it says what is chosen, open it offers the values to tick. */
export function FilterChip({ filter, chosen, onChange }: FilterChipProps) {
  const t = useTranslations("ui.filter");
  const { label, options } = filter;
  const names = chosenOf({ items: options, values: chosen }).map((option) => option.label);
  const active = names.length > 0;

  return (
    <ManyRoot
      items={options}
      values={chosen}
      onChange={onChange}
      searchLabel={t("search", { filter: label })}
      noMatch={t("none")}
    >
      <span
        className={clsx(
          "inline-flex h-7 max-w-full items-center rounded-full border text-xs pointer-coarse:h-9",
          active ? "border-accent/40 bg-accent-soft" : "border-line-strong bg-raised",
        )}
      >
        <ComboboxTrigger
          aria-label={t("chip", { filter: label, value: active ? names.join(", ") : t("all") })}
          className="inline-flex h-full min-w-0 items-center gap-1.5 rounded-full px-2.5 hover:bg-chip data-popup-open:bg-chip"
        >
          <span className="shrink-0 text-ink-2">{label}</span>
          <span className="max-w-48 truncate font-medium">
            {active ? names.slice(0, namedAtMost).join(", ") : t("all")}
          </span>
          {names.length > namedAtMost && (
            <span className="num shrink-0 font-medium">+{names.length - namedAtMost}</span>
          )}
        </ComboboxTrigger>
        {active && (
          <button
            type="button"
            aria-label={t("clear", { filter: label })}
            onClick={() => onChange([])}
            className="-ml-1 grid size-6 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-chip hover:text-ink pointer-coarse:size-9"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        )}
      </span>
    </ManyRoot>
  );
}
