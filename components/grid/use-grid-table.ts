"use client";

import {
  type ColumnDef,
  columnOrderingFeature,
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
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

type GridTableInput<Row> = {
  columns: readonly ColumnSpec<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  order: readonly string[];
  sort: readonly Sort[] | undefined;
  onSort: ((sort: Sort[]) => void) | undefined;
  /** The rows come sorted: from the database, or a page of more. */
  sorted: boolean;
};

/** Order and sorting by TanStack Table; everything else stays ours. */
export function useGridTable<Row extends object>(input: GridTableInput<Row>) {
  const { columns, rows, rowId, order, onSort, sorted } = input;
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
          sortFn: (a, b) => compareValues(sortValue?.(a.original), sortValue?.(b.original)),
        }),
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const columnOrder = useMemo(() => [...order], [order]);

  return useTable({
    features,
    columns: defs,
    data,
    getRowId: rowId,
    manualSorting: sorted,
    state: { sorting, columnOrder },
    onSortingChange: (change) => {
      const next = typeof change === "function" ? change(sorting) : change;
      if (onSort) onSort(next);
      else setOwn(next);
    },
  });
}

export type GridTable<Row extends object> = ReturnType<typeof useGridTable<Row>>;
