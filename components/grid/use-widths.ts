"use client";

import type { PointerEvent, RefObject } from "react";
import { minWidth } from "./column";

type Widths = Readonly<Record<string, number>>;

type WidthsInput = {
  table: RefObject<HTMLTableElement | null>;
  /** Of what is no column of the reader's. */
  besidesPx: number;
  onChange: (widths: Widths) => void;
};

/** Widths by pointer and by key. While the pointer moves only the one `<col>` changes; the result is told once. */
export function useWidths({ table, besidesPx, onChange }: WidthsInput) {
  function measure() {
    const heads = [...(table.current?.querySelectorAll<HTMLElement>("th[data-column]") ?? [])];
    return Object.fromEntries(heads.map((head) => [head.dataset.column ?? "", Math.round(head.offsetWidth)]));
  }

  function paint(widths: Widths) {
    for (const col of table.current?.querySelectorAll<HTMLElement>("col[data-column]") ?? []) {
      col.style.width = `${widths[col.dataset.column ?? ""]}px`;
    }
    if (table.current) table.current.style.minWidth = `${sum(widths) + besidesPx}px`;
  }

  function start(id: string, event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    const fromX = event.clientX;
    const before = measure();
    let now = before;

    const move = (moved: globalThis.PointerEvent) => {
      now = widened(before, id, moved.clientX - fromX);
      paint(now);
    };
    const stop = new AbortController();
    const end = () => {
      stop.abort();
      onChange(now);
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move, { signal: stop.signal });
    handle.addEventListener("pointerup", end, { signal: stop.signal });
    handle.addEventListener("pointercancel", end, { signal: stop.signal });
  }

  return { start, widen: (id: string, byPx: number) => onChange(widened(measure(), id, byPx)) };
}

export const sum = (widths: Widths) => Object.values(widths).reduce((total, width) => total + width, 0);

function widened(widths: Widths, id: string, byPx: number): Widths {
  return { ...widths, [id]: Math.max(minWidth, Math.round((widths[id] ?? minWidth) + byPx)) };
}
