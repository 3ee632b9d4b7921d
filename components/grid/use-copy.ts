"use client";

import type { ClipboardEvent } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "@/components/ui/copy-text";
import { useToast } from "@/components/ui/toast";
import type { ColumnSpec } from "./column";
import type { RowSource } from "./row-source";
import { isSelected, type Selection } from "./selection";
import { toTsv } from "./tsv";

type CopyInput<Row> = {
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  columns: readonly ColumnSpec<Row>[];
  selection: Selection | undefined;
};

/** Ctrl+C takes the selected rows as a table; selected text stays what is copied. */
export function useCopy<Row>({ source, rowId, columns, selection }: CopyInput<Row>) {
  const t = useTranslations("ui.grid");
  const toast = useToast();

  async function copyAll(all: Promise<readonly Row[]>, chosen: Selection) {
    let count = 0;
    const text = all.then((rows) => {
      const wanted = rows.filter((row) => isSelected(chosen, rowId(row)));
      count = wanted.length;
      return toTsv(columns, wanted);
    });
    if (await copyText(text)) toast({ title: t("copied", { count }) });
    else toast({ tone: "danger", title: t("not-copied"), description: t("not-copied-text") });
  }

  return (event: ClipboardEvent) => {
    if (!selection || (!selection.all && selection.ids.size === 0)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();

    const at = [...selection.ids].map((id) => source.indexOf(id));
    if (selection.all || at.some((index) => index === undefined)) {
      void copyAll(source.load(0, source.total), selection);
      return;
    }
    const rows = at.toSorted((a = 0, b = 0) => a - b).flatMap((index = 0) => source.at(index) ?? []);
    event.clipboardData.setData("text/plain", toTsv(columns, rows));
    toast({ title: t("copied", { count: rows.length }) });
  };
}
