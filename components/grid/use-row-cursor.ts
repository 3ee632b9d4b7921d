"use client";

import { type FocusEvent, type RefObject, useEffect, useRef, useState } from "react";
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

type Bodies = {
  cursor: RowCursor;
  scrollTo: (index: number) => void;
  body: RefObject<HTMLTableSectionElement | null>;
};

/** Moves the focus to rows, scrolling to those that are out of view. */
export function useRowFocus({ cursor, scrollTo, body }: Bodies) {
  const wanted = useRef<number | null>(null);

  // The row may have been drawn only now, by this very move.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${wanted.current + 2}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  return {
    moveTo(index: number) {
      wanted.current = index;
      scrollTo(index);
      cursor.put(index);
    },
    onFocus(event: FocusEvent<HTMLTableSectionElement>) {
      const row = event.target.closest("tr");
      if (row) cursor.put(Number(row.getAttribute("aria-rowindex")) - 2);
    },
  };
}
