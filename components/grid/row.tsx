"use client";

import clsx from "clsx";
import { memo } from "react";
import { Link } from "@/components/ui/link";
import type { ColumnSpec } from "./column";
import { pinnedAt, pinnedCell } from "./pin";
import { SelectCell } from "./select-cell";
import { textOf } from "./tsv";

type GridRowProps<Row> = {
  /** Undefined while it is being loaded. */
  id: string | undefined;
  index: number;
  row: Row | undefined;
  columns: readonly ColumnSpec<Row>[];
  /** How many of the columns stay in view while the others are scrolled aside. */
  pinned: number;
  tabStop: boolean;
  opens: boolean;
  href: string | undefined;
  /** A heading or sum of other rows. */
  heading: boolean;
  /** Undefined where rows cannot be selected. */
  selected: boolean | undefined;
};

/**
 * Without handlers of its own: the body listens for all rows, so that a row is drawn anew only when its data changes. Isolated, what
 * was painted of it is kept while other rows come and go.
 */
function GridRowInner<Row>(props: GridRowProps<Row>) {
  const { id, index, row, columns, pinned, tabStop, opens, href, heading, selected } = props;
  return (
    <tr
      data-row={id}
      data-index={index}
      aria-rowindex={index + 2}
      {...(selected !== undefined && { "aria-selected": selected })}
      {...(row === undefined && { "aria-busy": true })}
      {...(heading && { "data-heading": "" })}
      tabIndex={tabStop ? 0 : -1}
      className={clsx(
        "group/row isolate h-(--row) focus-visible:bg-accent-soft focus-visible:-outline-offset-2",
        heading && "bg-sunken font-medium",
        selected ? "bg-accent-soft" : "hover:bg-hover",
        opens && "cursor-pointer",
      )}
    >
      {selected !== undefined && (
        <SelectCell selected={selected} name={nameOf(columns, row)} pinned={pinned > 0} />
      )}
      {columns.map((column, place) => (
        <td
          key={column.id}
          // A name of another direction is cut at its own end, and stands where the others stand.
          dir="auto"
          {...(place < pinned && { style: pinnedAt(place) })}
          className={clsx(
            "h-(--row) truncate border-line border-b px-3 py-0 group-last/row:border-b-0",
            column.align === "end" ? "text-right" : "text-left",
            place < pinned && pinnedCell,
          )}
        >
          {row === undefined ? <Awaited /> : <Content column={column} row={row} href={href} />}
        </td>
      ))}
    </tr>
  );
}

/** What a row is called: the text of the column that carries its link. */
function nameOf<Row>(columns: readonly ColumnSpec<Row>[], row: Row | undefined) {
  const primary = columns.find((column) => column.primary) ?? columns[0];
  return row === undefined || !primary ? "" : textOf(primary, row);
}

// memo() forgets the type parameter.
export const GridRow = memo(GridRowInner) as typeof GridRowInner;

type ContentProps<Row> = { column: ColumnSpec<Row>; row: Row; href: string | undefined };

function Content<Row>({ column, row, href }: ContentProps<Row>) {
  const content = column.cell(row);
  if (!column.primary || href === undefined) return content;
  return (
    <Link href={href} tabIndex={-1}>
      {content}
    </Link>
  );
}

/** Stands where text is about to. */
function Awaited() {
  return (
    <span aria-hidden className="inline-block h-2.5 w-3/5 animate-pulse rounded-sm bg-chip align-middle" />
  );
}
