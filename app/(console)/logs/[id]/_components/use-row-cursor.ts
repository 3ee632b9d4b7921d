"use client";

import { type FocusEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Rows } from "./rows";

/** Which row is the tab stop: at first that of the line `start`. It stays with its line while rows come and go above it. */
export function useRowCursor(rows: Rows, start: number | null) {
  const [held, setHeld] = useState({ rows, index: start === null ? 0 : rows.indexOf(start) });
  if (held.rows !== rows) {
    const row = held.rows.at(held.index);
    const index = row ? rows.indexOf(row.line ?? row.happening.before) : 0;
    setHeld({ rows, index });
  }
  return {
    index: Math.max(0, Math.min(held.index, rows.total - 1)),
    put: (index: number) => setHeld({ rows, index }),
  };
}
export type Cursor = ReturnType<typeof useRowCursor>;

type Input = { cursor: Cursor; scrollTo: (index: number) => void; body: RefObject<HTMLElement | null> };

/** Moves the focus to rows, scrolling to those that are out of view. */
export function useRowFocus({ cursor, scrollTo, body }: Input) {
  const wanted = useRef<number | null>(null);

  // The row may have been drawn only now, by this very move.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`);
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
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const index = target.closest("tr")?.dataset.index;
      if (index !== undefined) cursor.put(Number(index));
    },
  };
}
