import clsx from "clsx";
import type { CSSProperties } from "react";
import type { GridTable } from "./use-grid-table";

const nameOf = (place: number) => `--pin-${place}`;

/** Where the pinned columns stand, as the cells of all rows read it: no row is drawn anew when a width changes. */
export function pinOffsets<Row extends object>(table: GridTable<Row>, besidesPx: number): CSSProperties {
  const pinned = table.getStartVisibleLeafColumns();
  return Object.fromEntries(
    pinned.map((column, place) => [nameOf(place), `${besidesPx + column.getStart("start")}px`]),
  );
}

/**
 * From a tablet's width on: beside these columns a phone would show nothing else. They lie over the outline of the row that has the
 * focus, and draw their part of it. They stay only while the others have been scrolled aside: each cell that stays is a layer of the browser's own.
 */
export const pinnedCell = clsx(
  "bg-panel group-data-heading/row:bg-sunken group-hover/row:bg-hover group-focus-visible/row:bg-accent-soft group-aria-selected/row:bg-accent-soft sm:group-data-aside/grid:sticky sm:z-1",
  "group-focus-visible/row:shadow-[inset_0_2px_var(--accent),inset_0_-2px_var(--accent)]",
  "group-focus-visible/row:first:shadow-[inset_2px_2px_var(--accent),inset_0_-2px_var(--accent)]",
);

export const pinnedHead = "sm:sticky sm:z-2 bg-panel";

/** Of the column at this place of those pinned. */
export const pinnedAt = (place: number): CSSProperties => ({ left: `var(${nameOf(place)})` });
