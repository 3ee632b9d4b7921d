import type { ReactNode } from "react";

/** A heading among the rows, over the whole width; what it stands for can be folded away. */
export type Band = { id: string; content: ReactNode; open: boolean; onToggle: () => void };

/** Where a grid takes its rows from: all of them at hand, or as much as has been loaded of a longer list. */
export type RowSource<Row> = {
  total: number;
  /** How many of them are rows, where some are bands. */
  rows?: number;
  /** What stands at a place instead of a row. */
  bandAt?(index: number): Band | undefined;
  /** Undefined while it is not loaded. */
  at(index: number): Row | undefined;
  /** Undefined for a row that is not loaded, or not in the list. */
  indexOf(id: string): number | undefined;
  /** Says which rows are in view: `to` is the one after the last. */
  onView(from: number, to: number): void;
  /** Rows in their order, loaded if need be: for copying and for selecting a range. */
  load(from: number, to: number): Promise<readonly Row[]>;
};

/** So many rows of a longer list are loaded at once. */
export const windowSize = 200;

/** A list that is all there. */
export function sourceOf<Row>(rows: readonly Row[], rowId: (row: Row) => string): RowSource<Row> {
  let indexes: Map<string, number> | undefined;
  return {
    total: rows.length,
    at: (index) => rows[index],
    indexOf(id) {
      indexes ??= new Map(rows.map((row, index) => [rowId(row), index]));
      return indexes.get(id);
    },
    onView() {},
    load: async (from, to) => rows.slice(from, to),
  };
}
