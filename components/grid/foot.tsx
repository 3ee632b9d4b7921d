import clsx from "clsx";
import type { ColumnSpec } from "./column";
import { pinnedAt, pinnedHead } from "./pin";

type FootProps<Row> = {
  row: Row;
  rowIndex: number;
  columns: readonly ColumnSpec<Row>[];
  pinned: number;
  /** There is a column of boxes before all others. */
  selecting: boolean;
};

/** What all rows come to, in view wherever they are scrolled. */
export function Foot<Row>({ row, rowIndex, columns, pinned, selecting }: FootProps<Row>) {
  return (
    <tfoot className="sticky bottom-0 z-10 bg-panel font-medium">
      <tr aria-rowindex={rowIndex} className="h-(--row)">
        {selecting && <td className="border-line-strong border-t" />}
        {columns.map((column, place) => (
          <td
            key={column.id}
            dir="auto"
            style={place < pinned ? pinnedAt(place) : undefined}
            className={clsx(
              "truncate border-line-strong border-t px-3 py-0",
              column.align === "end" ? "text-right" : "text-left",
              place < pinned && pinnedHead,
            )}
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
