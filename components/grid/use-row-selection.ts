"use client";

import { useRef } from "react";
import type { RowSource } from "./row-source";
import { everything, noSelection, type Selection, toggled, withRows } from "./selection";

type Input<Row> = {
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  selection: Selection;
  onSelection: (change: (before: Selection) => Selection) => void;
};

/** Selecting by pointer and key: one row, or all rows from the last one touched through another. */
export function useRowSelection<Row>({ source, rowId, selection, onSelection }: Input<Row>) {
  const anchor = useRef<number | null>(null);

  return {
    any: selection.all || selection.ids.size > 0,
    toggle(index: number) {
      const row = source.at(index);
      if (row === undefined) return;
      anchor.current = index;
      onSelection((before) => toggled(before, rowId(row)));
    },
    /** Rows of the range that are not loaded yet are loaded first; what cannot be loaded is not selected. */
    async through(index: number, from = index) {
      anchor.current ??= from;
      const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      const rows = await source.load(first, last + 1).catch(() => []);
      onSelection((before) => withRows(before, rows.map(rowId), true));
    },
    everything: () => onSelection(() => everything),
    clear() {
      anchor.current = null;
      onSelection(() => noSelection);
    },
  };
}
export type RowSelection = ReturnType<typeof useRowSelection>;
