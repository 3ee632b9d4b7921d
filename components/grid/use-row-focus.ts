"use client";

import { type FocusEvent, type RefObject, useEffect, useRef } from "react";
import { indexOf } from "./row-index";

type RowFocusInput = {
  /** Keeps which row is the tab stop. */
  put: (index: number) => void;
  scrollTo: (index: number) => void;
  body: RefObject<HTMLElement | null>;
};

/** Moves the focus to rows, scrolling to those that are out of view. */
export function useRowFocus({ put, scrollTo, body }: RowFocusInput) {
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
      put(index);
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      const index = indexOf(event);
      if (index !== undefined) put(index);
    },
  };
}
