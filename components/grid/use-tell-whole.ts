"use client";

import { type MouseEvent, useEffect, useRef } from "react";

const restMs = 150;

/**
 * What is cut off can be read by pointing at it. Only where the pointer rests: to know whether it is cut off costs a layout, which
 * every row would pay that is scrolled by under the pointer.
 */
export function useTellWhole() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return ({ target }: MouseEvent) => {
    clearTimeout(timer.current);
    const cell = target instanceof Element ? target.closest("td") : null;
    if (cell) timer.current = setTimeout(() => tellWhole(cell), restMs);
  };
}

function tellWhole(cell: HTMLTableCellElement) {
  // What has a tooltip of its own needs no second one.
  if (cell.querySelector("[data-tooltip], [aria-describedby], time")) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent;
  else cell.removeAttribute("title");
}
