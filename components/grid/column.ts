import type { ReactNode } from "react";

export type SortValue = string | number | bigint | boolean | Date | null | undefined;

export type ColumnSpec<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What copying takes of it; without it the value that it sorts by. */
  text?: (row: Row) => string;
  /** Figures and times of day go to the end. */
  align?: "start" | "end";
  /** In px; a wider grid stretches all columns alike until the reader sets a width. */
  width?: number;
  /** Without it the column cannot be sorted. Empty values come last in both directions. */
  sortValue?: (row: Row) => SortValue;
  /** Carries the link of the row, where the grid has `href`. */
  primary?: boolean;
  /** The header is only for screen readers: a column of icons. */
  quiet?: boolean;
  /** Not shown until the reader asks for it. */
  hidden?: boolean;
  /** Stays where it is: before all others. */
  fixed?: boolean;
};

export type Sort = { id: string; desc: boolean };

export type Density = "comfortable" | "compact";

/** What the reader changed about the columns and rows. */
export type GridLayout = {
  order: readonly string[];
  widths: Readonly<Record<string, number>>;
  /** Columns that the reader put away (true) or asked for (false); the others are as their spec says. */
  hidden: Readonly<Record<string, boolean>>;
  density: Density;
};

export const stockLayout: GridLayout = { order: [], widths: {}, hidden: {}, density: "comfortable" };

export const defaultWidth = 140;
export const minWidth = 44;
export const headHeight = 32;
export const rowHeights: Record<Density, number> = { comfortable: 33, compact: 28 };

/**
 * All columns in the reader's order. Those the layout does not know keep the places of their spec; ids it knows and we do not are
 * dropped.
 */
export function inOrder<Row>(columns: readonly ColumnSpec<Row>[], { order }: GridLayout) {
  const moved = order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  return columns.map((column) => (order.includes(column.id) ? (moved.shift() ?? column) : column));
}

const pinnedNearStart = 3;
const mostPinnedPx = 420;

/**
 * How many of the columns shown stay in view while the others are scrolled aside: those up to the one that names the row. None
 * where the reader has put that one further in, or made these so wide that little would be left.
 */
export function pinnedCount<Row>(
  shown: readonly ColumnSpec<Row>[],
  widths: Readonly<Record<string, number>>,
): number {
  const naming = shown.findIndex((column) => column.primary);
  if (naming >= pinnedNearStart) return 0;
  const pinned = shown.slice(0, Math.max(0, naming) + 1);
  const widthPx = pinned.reduce((sum, { id }) => sum + (widths[id] ?? defaultWidth), 0);
  return widthPx > mostPinnedPx ? 0 : pinned.length;
}

export const isShown = ({ id, hidden }: { id: string; hidden?: boolean }, layout: GridLayout) =>
  !(layout.hidden[id] ?? hidden ?? false);
