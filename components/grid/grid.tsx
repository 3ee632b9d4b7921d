"use client";

import clsx from "clsx";
import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import { DragLine } from "@/components/arrange/drag-line";
import { GridTable } from "@/components/ui/grid-table";
import { Body } from "./body";
import { type ColumnSpec, defaultWidth, type GridLayout, type Sort } from "./column";
import { Head } from "./head";
import { useGridTable } from "./use-grid-table";
import { sum, useWidths } from "./use-widths";

type GridProps<Row extends object> = {
  /** Its accessible name. */
  label: string;
  /** Written once, outside of render or in a memo. */
  columns: readonly ColumnSpec<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  href?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** With `onSort`, the page keeps it (in the address); without, the grid does. */
  sort?: readonly Sort[];
  onSort?: (sort: Sort[]) => void;
  /** The rows come in the order of `sort`. */
  sorted?: boolean;
  layout?: GridLayout;
  onLayout?: (layout: GridLayout) => void;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** Its height; as stated here it scrolls inside when it would be taller than the window. */
  className?: string;
};

const stock: GridLayout = { order: [], widths: {} };

/** The one table of all screens. */
export function Grid<Row extends object>({
  label,
  columns,
  rows,
  rowId,
  empty,
  className = "max-h-[max(22rem,calc(100dvh-12rem))]",
  ...rest
}: GridProps<Row>) {
  const [own, setOwn] = useState(stock);
  const layout = rest.layout ?? own;
  const setLayout = rest.onLayout ?? setOwn;
  const [mark, setMark] = useState<number | null>(null);
  const tableRef = useRef<HTMLTableElement>(null);

  const shown = useMemo(() => inOrder(columns, layout.order), [columns, layout.order]);
  const order = useMemo(() => shown.map((column) => column.id), [shown]);
  const table = useGridTable({
    columns,
    rows,
    rowId,
    order,
    sort: rest.sort,
    onSort: rest.onSort,
    sorted: rest.sorted ?? false,
  });
  const resize = useWidths(tableRef, (widths) => setLayout({ order, widths }));
  const widths = Object.fromEntries(
    shown.map((column) => [column.id, layout.widths[column.id] ?? column.width ?? defaultWidth]),
  );
  const widthsSet = Object.keys(layout.widths).length > 0;

  function showMark(before: string | null | undefined) {
    const grid = tableRef.current?.getBoundingClientRect();
    if (before === undefined || !grid) return setMark(null);
    const head =
      before === null ? null : tableRef.current?.querySelector(`th[data-column="${CSS.escape(before)}"]`);
    setMark((head ? head.getBoundingClientRect().left : grid.right - 2) - grid.left);
  }

  return (
    <DragLine
      id={useId()}
      order={order}
      nameOf={(id) => columns.find((column) => column.id === id)?.header ?? id}
      onMove={(next) => setLayout({ order: next, widths: layout.widths })}
      onLanding={showMark}
    >
      <div className={clsx("edge-hint overflow-auto overscroll-x-contain", className)}>
        <div className="relative">
          <GridTable
            ref={tableRef}
            aria-label={label}
            aria-rowcount={rows.length + 1}
            style={{ minWidth: sum(widths) }}
          >
            <colgroup>
              {shown.map((column, index) => (
                // Once widths are chosen, the last column takes what is left.
                <col
                  key={column.id}
                  data-column={column.id}
                  style={{ width: widthsSet && index === shown.length - 1 ? undefined : widths[column.id] }}
                />
              ))}
            </colgroup>
            <Head columns={shown} table={table} onResizeStart={resize.start} onWiden={resize.widen} />
            <Body table={table} columns={shown} href={rest.href} onOpen={rest.onOpen} />
          </GridTable>
          {mark !== null && (
            <span
              aria-hidden
              className="pointer-events-none absolute inset-y-0 z-20 w-0.5 bg-accent"
              style={{ left: Math.max(0, mark - 1) }}
            />
          )}
        </div>
        {rows.length === 0 && empty}
      </div>
    </DragLine>
  );
}

/** Columns the layout does not know come last; ids it knows and we do not are dropped. */
function inOrder<Row>(columns: readonly ColumnSpec<Row>[], order: readonly string[]) {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return columns.toSorted((a, b) => rank(a.id) - rank(b.id));
}
