"use client";

import clsx from "clsx";
import { type CSSProperties, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { DragZone } from "@/components/arrange/drag-board";
import { DragLine } from "@/components/arrange/drag-line";
import { GridTable } from "@/components/ui/grid-table";
import { Body } from "./body";
import { type ColumnSpec, type Density, type GridLayout, rowHeights, type Sort } from "./column";
import { Edges, markEdges, useEdges } from "./edges";
import { Foot } from "./foot";
import { Head } from "./head";
import type { HeadTools } from "./head-cell";
import { LandingMark } from "./landing-mark";
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
import { sum, useWidths } from "./use-widths";

type GridProps<Row extends object> = {
  /** Its accessible name. */
  label: string;
  /** Written once, outside of render or in a memo. */
  columns: readonly ColumnSpec<Row>[];
  /** All rows, or where a longer list comes from. */
  rows: readonly Row[] | RowSource<Row>;
  rowId: (row: Row) => string;
  href?: (row: Row) => string | undefined;
  onOpen?: (row: Row) => void;
  /** With `onSort`, the page keeps it (in the address); without, the grid does. */
  sort?: readonly Sort[];
  onSort?: (sort: Sort[]) => void;
  /** The order of the rows while nothing is sorted: shown in the head. */
  resting?: Sort | undefined;
  layout?: GridLayout;
  onLayout?: (layout: GridLayout) => void;
  /** With it rows can be selected, and copied with Ctrl+C. */
  selection?: Selection;
  onSelection?: (change: (before: Selection) => Selection) => void;
  /** True for a row that is a heading or sum of others. */
  heading?: (row: Row) => boolean;
  /** Stays below all rows: what they come to. */
  foot?: Row | undefined;
  /** What can be done with a column in its head, beside sorting it. */
  tools?: (id: string) => HeadTools | undefined;
  /** The board that its columns are a zone of, and where something would land among them. Without it they are a line of their own. */
  board?: { zone: string; landing: string | null | undefined };
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** Its height; as stated here it scrolls inside when it would be taller than the window. */
  className?: string;
};

const none: readonly never[] = [];
const nobody = () => {};

/** As the cells of all rows read it: said once, not by each of them. */
const rowHeight = (density: Density): CSSProperties =>
  Object.fromEntries([["--row", `${rowHeights[density]}px`]]);

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
  const [landing, setLanding] = useState<string | null>();

  const { board } = rest;
  const lineId = useId();
  const inLine = (content: ReactNode) =>
    board ? (
      <DragZone id={board.zone} order={columns.movable}>
        {content}
      </DragZone>
    ) : (
      <DragLine
        id={lineId}
        order={columns.movable}
        nameOf={(id) => rest.columns.find((column) => column.id === id)?.header ?? id}
        onMove={columns.reorder}
        onLanding={setLanding}
      >
        {content}
      </DragLine>
    );

  return inLine(
    <div className="group/grid relative flex min-h-0 flex-col">
      <div
        ref={scroller}
        data-scroller
        className={clsx("overflow-auto overscroll-x-contain", className)}
        onCopy={onCopy}
        onScroll={(event) => markEdges(event.currentTarget)}
      >
        <div className="relative w-fit min-w-full" style={pinOffsets(table, besidesPx)}>
          <GridTable
            ref={tableRef}
            aria-label={label}
            aria-rowcount={source.total + (rest.foot ? 2 : 1)}
            {...(selecting && { "aria-multiselectable": true })}
            style={{ minWidth: sum(widths) + besidesPx, ...rowHeight(columns.density) }}
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
              tools={rest.tools}
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
              cursor={cursor}
              density={columns.density}
              href={rest.href}
              onOpen={rest.onOpen}
              heading={rest.heading}
              selecting={selecting}
            />
            {rest.foot && source.total > 0 && (
              <Foot
                row={rest.foot}
                rowIndex={source.total + 2}
                columns={shown}
                pinned={pinned}
                selecting={selecting !== null}
              />
            )}
          </GridTable>
          <LandingMark table={tableRef} before={board ? board.landing : landing} />
        </div>
        {source.total === 0 && empty}
        {/* Else the bar of what is selected would lie on the last rows. */}
        {chosen > 0 && <div className="h-16" />}
      </div>
      <Edges pinnedPx={pinned > 0 ? besidesPx + table.getStartTotalSize() : 0} />
    </div>,
  );
}
