import type { ReactNode } from "react";

export type SortValue = string | number | bigint | boolean | Date | null | undefined;

export type ColumnSpec<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
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
};

export type Sort = { id: string; desc: boolean };

/** What the reader changed about the columns. */
export type GridLayout = { order: readonly string[]; widths: Readonly<Record<string, number>> };

export const defaultWidth = 140;
export const minWidth = 44;
