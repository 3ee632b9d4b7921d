"use client";

import type { MouseEvent } from "react";
import type { ColumnSpec } from "./column";
import { GridRow } from "./row";
import type { GridTable } from "./use-grid-table";
import { useRowKeys } from "./use-row-keys";
import { useRowOpen } from "./use-row-open";

type BodyProps<Row extends object> = {
  table: GridTable<Row>;
  columns: readonly ColumnSpec<Row>[];
  href: ((row: Row) => string) | undefined;
  onOpen: ((row: Row) => void) | undefined;
};

export function Body<Row extends object>({ table, columns, href, onOpen }: BodyProps<Row>) {
  const { rows, rowsById } = table.getRowModel();
  const opener = useRowOpen({ rowOf: (id) => rowsById[id]?.original, href, onOpen });
  const keys = useRowKeys(
    rows.map((row) => row.id),
    opener?.open,
  );

  return (
    <tbody
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        keys.onFocus(event);
        opener?.onApproach(event);
      }}
      onMouseOver={(event) => {
        tellWhole(event);
        opener?.onApproach(event);
      }}
      {...(opener && { onClick: opener.onClick, onAuxClick: opener.onClick })}
    >
      {rows.map((row) => (
        <GridRow
          key={row.id}
          id={row.id}
          row={row.original}
          columns={columns}
          tabStop={row.id === keys.current}
          opens={opener !== null}
          href={href?.(row.original)}
        />
      ))}
    </tbody>
  );
}

/** What is cut off can be read by pointing at it. */
function tellWhole({ target }: MouseEvent<HTMLTableSectionElement>) {
  const cell = target instanceof Element ? target.closest("td") : null;
  // What has a tooltip of its own needs no second one.
  if (cell?.querySelector("[data-tooltip], [aria-describedby], time")) return;
  if (cell && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent;
  else cell?.removeAttribute("title");
}
