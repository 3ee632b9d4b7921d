"use client";

import type { KeyboardEvent } from "react";

const pageRows = 20;

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

type Input = {
  total: number;
  moveTo: (index: number) => void;
  toggle: (index: number) => void;
  copy: (index: number) => void;
};

/** Arrows, Home, End and Page keys move; Enter and Space show the fields of a line, Ctrl+C takes it along. */
export function useTableKeys({ total, moveTo, toggle, copy }: Input) {
  return (event: KeyboardEvent<HTMLElement>) => {
    // Keys pressed inside a row's own button are that button's.
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey) return;
    const index = Number(event.target.dataset.index);
    if (event.ctrlKey || event.metaKey) {
      // What is selected by the mouse is what the reader means.
      if (event.key !== "c" || window.getSelection()?.isCollapsed === false) return;
      copy(index);
    } else if (event.key === "Enter" || event.key === " ") toggle(index);
    else {
      const to = step(event.key, index, total - 1);
      if (to === null) return;
      moveTo(to);
    }
    event.preventDefault();
  };
}
