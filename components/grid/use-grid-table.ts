"use client";

import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { ColumnSpec, Sort } from "./column";
import { compareValues } from "./compare";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

type GridTableInput<Row> = {
  columns: readonly ColumnSpec<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  order: readonly string[];
  widths: Readonly<Record<string, number>>;
  /** How many columns from the first on stay in view while the others are scrolled aside. */
  pinned: number;
  sort: readonly Sort[] | undefined;
  onSort: ((sort: Sort[]) => void) | undefined;
  /** The rows come in the order of `sort`. */
  sorted: boolean;
};

/** Order, pinning and sorting by TanStack Table; everything else stays ours. */
export function useGridTable<Row extends object>(input: GridTableInput<Row>) {
  const { columns, rows, rowId, order, widths, pinned, onSort, sorted } = input;
  const [own, setOwn] = useState<SortingState>([]);
  const sorting = useMemo(() => (input.sort ? [...input.sort] : own), [input.sort, own]);

  const defs = useMemo(
    () =>
      columns.map(
        ({ id, sortValue }): ColumnDef<typeof features, Row> => ({
          id,
          accessorFn: (row) => sortValue?.(row) ?? undefined,
          enableSorting: sortValue !== undefined,
          sortUndefined: "last",
          // Else the first direction would hang on what the first row happens to hold.
          sortDescFirst: false,
          sortFn: (a, b) => compareValues(sortValue?.(a.original), sortValue?.(b.original)),
        }),
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const columnOrder = useMemo(() => [...order], [order]);
  const columnPinning = useMemo(() => ({ start: order.slice(0, pinned), end: [] }), [order, pinned]);

  return useTable({
    features,
    columns: defs,
    data,
    getRowId: rowId,
    manualSorting: sorted,
    state: { sorting, columnOrder, columnPinning, columnSizing: widths },
    onSortingChange: (change) => {
      const next = typeof change === "function" ? change(sorting) : change;
      if (onSort) onSort(next);
      else setOwn(next);
    },
  });
}

export type GridTable<Row extends object> = ReturnType<typeof useGridTable<Row>>;
