"use client";

import clsx from "clsx";
import { type ReactNode, useId, useMemo, useRef } from "react";
import { DragLine } from "@/components/arrange/drag-line";
import { GridTable } from "@/components/ui/grid-table";
import { Body } from "./body";
import type { ColumnSpec, GridLayout, Sort } from "./column";
import { Edges, markEdges, useEdges } from "./edges";
import { Head } from "./head";
import { useLandingMark } from "./landing-mark";
import { pinOffsets } from "./pin";
import { type RowSource, sourceOf } from "./row-source";
import { SelectAll, selectWidth } from "./select-cell";
import { countSelected, noSelection, type Selection } from "./selection";
import { useColumns } from "./use-columns";
import { useCopy } from "./use-copy";
import { useGridTable } from "./use-grid-table";
import { useRowCursor } from "./use-row-cursor";
import { useRowSelection } from "./use-row-selection";
import { useScrollBack } from "./use-scroll-back";
import { useVirtualRows } from "./use-virtual-rows";
import { sum, useWidths } from "./use-widths";

type GridProps<Row extends object> = {
  /** Its accessible name. */
  label: string;
  /** Written once, outside of render or in a memo. */
  columns: readonly ColumnSpec<Row>[];
  /** All rows, or where a longer list comes from. */
  rows: readonly Row[] | RowSource<Row>;
  rowId: (row: Row) => string;
  href?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** With `onSort`, the page keeps it (in the address); without, the grid does. */
  sort?: readonly Sort[];
  onSort?: (sort: Sort[]) => void;
  /** The order of the rows while nothing is sorted: shown in the head. */
  resting?: Sort;
  layout?: GridLayout;
  onLayout?: (layout: GridLayout) => void;
  /** With it rows can be selected, and copied with Ctrl+C. */
  selection?: Selection;
  onSelection?: (change: (before: Selection) => Selection) => void;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** Its height; as stated here it scrolls inside when it would be taller than the window. */
  className?: string;
};

const none: readonly never[] = [];
const nobody = () => {};

/** The one table of all screens. */
export function Grid<Row extends object>({
  label,
  rows,
  rowId,
  empty,
  className = "max-h-[max(22rem,calc(100dvh-12rem))]",
  ...rest
}: GridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const tableRef = useRef<HTMLTableElement>(null);
  const columns = useColumns({ columns: rest.columns, layout: rest.layout, onLayout: rest.onLayout });
  const { shown, order, widths, pinned } = columns;

  const given = "total" in rows ? rows : null;
  const table = useGridTable({
    columns: rest.columns,
    rows: "total" in rows ? none : rows,
    rowId,
    order,
    widths,
    pinned,
    sort: rest.sort,
    onSort: rest.onSort,
    sorted: given !== null,
  });
  const model = table.getRowModel();
  const atHand = useMemo(
    () =>
      sourceOf(
        model.rows.map((row) => row.original),
        rowId,
      ),
    [model, rowId],
  );
  const source = given ?? atHand;

  const cursor = useRowCursor({ source, rowId });
  const virtual = useVirtualRows({ source, scroller, density: columns.density, current: cursor.index });
  const { selection = noSelection, onSelection } = rest;
  const by = useRowSelection({ source, rowId, selection, onSelection: onSelection ?? nobody });
  const selecting = onSelection ? { selection, by } : null;
  const rowCount = source.rows ?? source.total;
  const chosen = countSelected(selection, rowCount);
  const onCopy = useCopy({ source, rowId, columns: shown, selection: rest.selection });

  useScrollBack(scroller);
  useEdges(scroller, tableRef);

  const besidesPx = selecting ? selectWidth : 0;
  const widen = useWidths({ table: tableRef, besidesPx, onChange: columns.resize });
  const landing = useLandingMark(tableRef);

  return (
    <DragLine
      id={useId()}
      order={order}
      nameOf={(id) => rest.columns.find((column) => column.id === id)?.header ?? id}
      onMove={columns.reorder}
      onLanding={landing.show}
    >
      <div className="group/grid relative flex min-h-0 flex-col">
        <div
          ref={scroller}
          className={clsx("overflow-auto overscroll-x-contain", className)}
          onCopy={onCopy}
          onScroll={(event) => markEdges(event.currentTarget)}
        >
          <div className="relative w-fit min-w-full" style={pinOffsets(table, besidesPx)}>
            <GridTable
              ref={tableRef}
              aria-label={label}
              aria-rowcount={source.total + 1}
              {...(selecting && { "aria-multiselectable": true })}
              style={{ minWidth: sum(widths) + besidesPx }}
            >
              <colgroup>
                {selecting && <col style={{ width: selectWidth }} />}
                {shown.map(({ id }, index) => (
                  // Once widths are chosen, the last column takes what is left.
                  <col
                    key={id}
                    data-column={id}
                    style={{
                      width: columns.widthsSet && index === shown.length - 1 ? undefined : widths[id],
                    }}
                  />
                ))}
              </colgroup>
              <Head
                columns={shown}
                table={table}
                pinned={pinned}
                resting={rest.resting}
                onResizeStart={widen.start}
                onWiden={widen.widen}
              >
                {selecting && (
                  <SelectAll
                    pinned={pinned > 0}
                    selected={chosen > 0 && chosen === rowCount}
                    some={chosen > 0}
                    onToggle={chosen > 0 ? by.clear : by.everything}
                  />
                )}
              </Head>
              <Body
                source={source}
                rowId={rowId}
                columns={shown}
                pinned={pinned}
                virtual={virtual}
                cursor={cursor}
                density={columns.density}
                href={rest.href}
                onOpen={rest.onOpen}
                selecting={selecting}
              />
            </GridTable>
            {landing.mark}
          </div>
          {source.total === 0 && empty}
          {/* Else the bar of what is selected would lie on the last rows. */}
          {chosen > 0 && <div className="h-16" />}
        </div>
        <Edges pinnedPx={pinned > 0 ? besidesPx + table.getStartTotalSize() : 0} />
      </div>
    </DragLine>
  );
}
