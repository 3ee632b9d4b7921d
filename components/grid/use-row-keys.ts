"use client";

import { type FocusEvent, type KeyboardEvent, useState } from "react";

const pageRows = 10;

function step(key: string, from: number, last: number) {
  switch (key) {
    case "ArrowDown":
      return Math.min(last, from + 1);
    case "ArrowUp":
      return Math.max(0, from - 1);
    case "PageDown":
      return Math.min(last, from + pageRows);
    case "PageUp":
      return Math.max(0, from - pageRows);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** One row is the grid's tab stop; arrows, Home, End and Page keys move it, Enter opens. */
export function useRowKeys(rowIds: readonly string[], open: ((id: string) => void) | undefined) {
  const [visited, setVisited] = useState<string | null>(null);
  const current = visited !== null && rowIds.includes(visited) ? visited : rowIds[0];

  function onFocus(event: FocusEvent<HTMLTableSectionElement>) {
    const id = event.target.closest("tr")?.dataset.row;
    if (id !== undefined) setVisited(id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const row = event.target;
    // Keys pressed inside a cell's own button or link are theirs.
    if (!(row instanceof HTMLTableRowElement)) return;
    if (event.altKey || event.metaKey || event.ctrlKey) return;

    const id = row.dataset.row;
    if (event.key === "Enter" && id !== undefined && open) {
      event.preventDefault();
      open(id);
      return;
    }
    // Not for scrolling the page.
    if (event.key === " ") event.preventDefault();
    const to = step(event.key, row.sectionRowIndex, rowIds.length - 1);
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.rows[to]?.focus();
  }

  return { current, onFocus, onKeyDown };
}
