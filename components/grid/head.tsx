"use client";

import { type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import type { ColumnSpec, Sort } from "./column";
import { HeadCell, type HeadTools } from "./head-cell";
import type { GridTable } from "./use-grid-table";

type HeadProps<Row extends object> = {
  columns: readonly ColumnSpec<Row>[];
  table: GridTable<Row>;
  pinned: number;
  /** The order of the rows while nothing is sorted. */
  resting: Sort | undefined;
  tools: ((id: string) => HeadTools | undefined) | undefined;
  onResizeStart: (id: string, event: PointerEvent<HTMLElement>) => void;
  onWiden: (id: string, byPx: number) => void;
  /** Before all columns: the box that selects every row. */
  children: ReactNode;
};

/** One tab stop for the whole head; the arrows go along it. */
export function Head<Row extends object>({
  columns,
  table,
  pinned,
  resting,
  tools,
  children,
  ...resize
}: HeadProps<Row>) {
  const [visited, setVisited] = useState<string | null>(null);
  const current = columns.find((column) => column.id === visited) ?? columns[0];
  const sorting = table.state.sorting;

  function onFocus(event: FocusEvent<HTMLTableSectionElement>) {
    setVisited(event.target.closest("th")?.dataset.column ?? null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    // A lifted column takes the arrows for itself.
    if (step === undefined || event.defaultPrevented || event.shiftKey) return;
    const at = columns.findIndex((column) => column.id === current?.id);
    event.preventDefault();
    event.currentTarget.querySelectorAll<HTMLElement>("[data-head]")[at + step]?.focus();
  }

  return (
    <thead className="sticky top-0 z-10 bg-panel" onFocus={onFocus} onKeyDown={onKeyDown}>
      <tr aria-rowindex={1}>
        {children}
        {columns.map((column, place) => {
          const model = table.getColumn(column.id);
          const rests = sorting.length === 0 && resting?.id === column.id ? resting : null;
          const rank = sorting.findIndex((sort) => sort.id === column.id) + 1;
          return (
            <HeadCell
              key={column.id}
              column={column}
              tabStop={column === current}
              pinned={place < pinned ? place : null}
              sort={{
                direction: rests ? (rests.desc ? "desc" : "asc") : (model?.getIsSorted() ?? false),
                rank: sorting.length > 1 ? rank : 0,
              }}
              // What stands in that order already is turned round by the first press.
              onSort={
                column.sortValue && ((add) => model?.toggleSorting(rests ? !rests.desc : undefined, add))
              }
              tools={tools?.(column.id)}
              {...resize}
            />
          );
        })}
      </tr>
    </thead>
  );
}
