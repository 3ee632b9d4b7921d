"use client";

import { useState } from "react";
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
