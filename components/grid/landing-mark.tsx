"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

type LandingMarkProps = {
  table: RefObject<HTMLTableElement | null>;
  /** Where a column that is dragged would land: `null` is the end, `undefined` nowhere. */
  before: string | null | undefined;
};

/** A line between the columns. */
export function LandingMark({ table, before }: LandingMarkProps) {
  const [leftPx, setLeftPx] = useState<number | null>(null);

  useLayoutEffect(() => {
    const grid = table.current?.getBoundingClientRect();
    if (before === undefined || !grid) return setLeftPx(null);
    const head =
      before === null ? null : table.current?.querySelector(`th[data-column="${CSS.escape(before)}"]`);
    setLeftPx((head ? head.getBoundingClientRect().left : grid.right - 2) - grid.left);
  }, [table, before]);

  return (
    leftPx !== null && (
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 z-20 w-0.5 bg-accent"
        style={{ left: Math.max(0, leftPx - 1) }}
      />
    )
  );
}
