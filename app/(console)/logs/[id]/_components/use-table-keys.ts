"use client";

import type { KeyboardEvent } from "react";
import { stepFrom } from "@/components/grid/row-index";

const pageRows = 20;

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
      const to = stepFrom(index, event.key, { last: total - 1, page: pageRows });
      if (to === null) return;
      moveTo(to);
    }
    event.preventDefault();
  };
}
