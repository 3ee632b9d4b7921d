"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { FilterChip } from "./filter-chip";
import type { Chosen, FilterSpec } from "./filter-param";

type FilterBarProps = {
  filters: readonly FilterSpec[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
};

/** What a list is narrowed by: a chip for each column that can be, and one press to undo all of them. */
export function FilterBar({ filters, chosen, onChange }: FilterBarProps) {
  const t = useTranslations("ui.filter");
  const active = filters.some(({ id }) => (chosen[id]?.length ?? 0) > 0);
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1.5">
      <legend className="sr-only">{t("label")}</legend>
      {filters.map((filter) => (
        <FilterChip
          key={filter.id}
          filter={filter}
          chosen={chosen[filter.id] ?? []}
          onChange={(values) => onChange({ ...chosen, [filter.id]: values })}
        />
      ))}
      {active && (
        <Button variant="ghost" size="sm" onClick={() => onChange({})}>
          {t("clear-all")}
        </Button>
      )}
    </fieldset>
  );
}
