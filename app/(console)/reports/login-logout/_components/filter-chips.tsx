"use client";

import { ListFilter, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { FilteredColumn } from "@/lib/reports/address";
import type { Catalogue, Column } from "@/lib/reports/catalogue";
import type { Reading } from "./formats";
import { useColumnWords } from "./use-column-words";
import { useFilterWords } from "./use-filter-words";

type FilterChipsProps = {
  catalogue: Catalogue;
  filtered: readonly FilteredColumn[];
  reading: Reading;
  onOpen: (column: Column) => void;
  onClear: (id: string) => void;
};

/** What the rows are narrowed by; each chip opens its filter. */
export function FilterChips({ catalogue, filtered, reading, onOpen, onClear }: FilterChipsProps) {
  const t = useTranslations("reports.filter");
  const ui = useTranslations("ui.filter");
  const words = useColumnWords();
  const inWords = useFilterWords(reading);
  return (
    <>
      {filtered.map(({ column, values }) => (
        <span
          key={column.id}
          className="inline-flex h-7 max-w-full items-center rounded-full border border-accent/40 bg-accent-soft text-xs pointer-coarse:h-9"
        >
          <button
            type="button"
            onClick={() => onOpen(column)}
            className="inline-flex h-full min-w-0 items-center gap-1.5 rounded-full px-2.5 hover:bg-chip"
          >
            <span className="shrink-0 text-ink-2">{words.nameOf(column)}</span>
            <span className="num max-w-64 truncate font-medium">{inWords(column, values)}</span>
          </button>
          <button
            type="button"
            aria-label={ui("clear", { filter: words.nameOf(column) })}
            onClick={() => onClear(column.id)}
            className="-ml-1 grid size-6 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-chip hover:text-ink pointer-coarse:size-9"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      ))}
      <Menu
        align="start"
        trigger={
          <Button variant="ghost" size="sm">
            <ListFilter aria-hidden className="size-3.5" />
            {t("add")}
          </Button>
        }
      >
        {catalogue
          .filter(({ id }) => id !== "sessionId" && !filtered.some(({ column }) => column.id === id))
          .map((column) => (
            <MenuItem key={column.id} onSelect={() => onOpen(column)}>
              {words.nameOf(column)}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
