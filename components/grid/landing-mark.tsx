"use client";

import { type RefObject, useState } from "react";

/** Where a column that is dragged would land: a line between the columns. */
export function useLandingMark(table: RefObject<HTMLTableElement | null>) {
  const [left, setLeft] = useState<number | null>(null);

  function show(before: string | null | undefined) {
    const grid = table.current?.getBoundingClientRect();
    if (before === undefined || !grid) return setLeft(null);
    const head =
      before === null ? null : table.current?.querySelector(`th[data-column="${CSS.escape(before)}"]`);
    setLeft((head ? head.getBoundingClientRect().left : grid.right - 2) - grid.left);
  }

  const mark = left !== null && (
    <span
      aria-hidden
      className="pointer-events-none absolute inset-y-0 z-20 w-0.5 bg-accent"
      style={{ left: Math.max(0, left - 1) }}
    />
  );
  return { show, mark };
}
