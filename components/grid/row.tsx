"use client";

import clsx from "clsx";
import { memo } from "react";
import { Link } from "@/components/ui/link";
import type { ColumnSpec } from "./column";

type GridRowProps<Row> = {
  id: string;
  row: Row;
  columns: readonly ColumnSpec<Row>[];
  tabStop: boolean;
  opens: boolean;
  href: string | undefined;
};

/** Without handlers of its own: the body listens for all rows, so that a row repaints only when its data changes. */
function GridRowInner<Row>({ id, row, columns, tabStop, opens, href }: GridRowProps<Row>) {
  return (
    <tr
      data-row={id}
      tabIndex={tabStop ? 0 : -1}
      className={clsx(
        "group/row hover:bg-hover focus-visible:bg-accent-soft focus-visible:-outline-offset-2",
        opens && "cursor-pointer",
      )}
    >
      {columns.map((column) => {
        const content = column.cell(row);
        return (
          <td
            key={column.id}
            // A name of another direction is cut at its own end, and stands where the others stand.
            dir="auto"
            className={clsx(
              "h-8.25 truncate border-line border-b px-3 py-0 group-last/row:border-b-0",
              column.align === "end" ? "text-right" : "text-left",
            )}
          >
            {column.primary && href !== undefined ? (
              <Link href={href} tabIndex={-1} prefetch={false}>
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

// memo() forgets the type parameter.
export const GridRow = memo(GridRowInner) as typeof GridRowInner;
