"use client";

import type { KeyboardEvent } from "react";
import { indexOf, stepFrom } from "./row-index";
import type { RowSelection } from "./use-row-selection";

const pageRows = 10;

type RowKeysInput = {
  total: number;
  moveTo: (index: number) => void;
  open: ((index: number) => void) | undefined;
  selection: RowSelection | null;
};

/** Arrows, Home, End and Page keys move, Enter opens; Space selects, with Shift all up to here, Ctrl+A everything. */
export function useRowKeys({ total, moveTo, open, selection }: RowKeysInput) {
  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    // Keys pressed inside a cell's own button or link are theirs.
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey) return;
    // By the row itself: it may have had the focus since before this was listening.
    const current = indexOf(event);
    if (current !== undefined && act(event, current)) event.preventDefault();
  }

  /** True if the key was meant for the grid. */
  function act({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, current: number): boolean {
    if (ctrlKey || metaKey) {
      if (key !== "a" || !selection) return false;
      selection.everything();
      return true;
    }
    if (key === "Enter" && open) open(current);
    else if (key === "Escape" && selection?.any) selection.clear();
    else if (key === " " && selection) {
      if (shiftKey) selection.through(current);
      else selection.toggle(current);
    } else if (key !== " ") {
      const to = stepFrom(current, key, { last: total - 1, page: pageRows });
      if (to === null) return false;
      moveTo(to);
      if (shiftKey) selection?.through(to, current);
    }
    // Space is not for scrolling the page, either.
    return true;
  }

  return { onKeyDown };
}
