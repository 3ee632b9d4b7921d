"use client";

import { useState } from "react";
import type { RowSource } from "./row-source";

type Cursor = { id: string | null; index: number };
type CursorInput<Row> = { source: RowSource<Row>; rowId: (row: Row) => string };

/** Which row is the grid's tab stop. It stays with its row while others come and go, and with its place when the row goes. */
export function useRowCursor<Row>({ source, rowId }: CursorInput<Row>) {
  const [cursor, setCursor] = useState<Cursor>({ id: null, index: 0 });
  const found = cursor.id === null ? undefined : source.indexOf(cursor.id);
  const index = Math.max(0, Math.min(source.total - 1, found ?? cursor.index));
  return {
    index,
    put(next: number) {
      const row = source.at(next);
      setCursor({ id: row === undefined ? null : rowId(row), index: next });
    },
  };
}
export type RowCursor = ReturnType<typeof useRowCursor>;
