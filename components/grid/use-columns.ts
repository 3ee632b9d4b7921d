"use client";

import { useMemo, useState } from "react";
import {
  type ColumnSpec,
  defaultWidth,
  type GridLayout,
  inOrder,
  isShown,
  pinnedCount,
  stockLayout,
} from "./column";

type ColumnsInput<Row> = {
  columns: readonly ColumnSpec<Row>[];
  layout: GridLayout | undefined;
  onLayout: ((layout: GridLayout) => void) | undefined;
};

/** The columns that are shown, in the reader's order and widths, and how the reader changes these. */
export function useColumns<Row>({ columns, layout: kept, onLayout }: ColumnsInput<Row>) {
  const [own, setOwn] = useState(stockLayout);
  const layout = kept ?? own;
  const setLayout = onLayout ?? setOwn;

  const all = useMemo(() => inOrder(columns, layout), [columns, layout]);
  const shown = useMemo(() => all.filter((column) => isShown(column, layout)), [all, layout]);
  const order = useMemo(() => shown.map(({ id }) => id), [shown]);
  const movable = useMemo(() => shown.flatMap(({ id, fixed }) => (fixed ? [] : [id])), [shown]);
  const widths = useMemo(
    () =>
      Object.fromEntries(
        shown.map((column) => [column.id, layout.widths[column.id] ?? column.width ?? defaultWidth]),
      ),
    [shown, layout],
  );

  return {
    shown,
    order,
    /** Those that can be put elsewhere. */
    movable,
    widths,
    /** Of the columns shown, how many from the first on stay in view. */
    pinned: pinnedCount(shown, widths),
    density: layout.density,
    widthsSet: Object.keys(layout.widths).length > 0,
    /** The movable columns shown in another order: those put away keep their places. */
    reorder(next: readonly string[]) {
      const places = [...next];
      const whole = all.map((column) =>
        isShown(column, layout) && !column.fixed ? (places.shift() ?? column.id) : column.id,
      );
      setLayout({ ...layout, order: whole });
    },
    resize(next: Readonly<Record<string, number>>) {
      setLayout({ ...layout, widths: { ...layout.widths, ...next } });
    },
  };
}
