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

  function focusRow(index: number): boolean {
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
    row?.focus({ preventScroll: true });
    return row !== undefined && row !== null;
  }

  // The row may have been drawn only now, by this very move.
  useEffect(() => {
    if (wanted.current !== null && focusRow(wanted.current)) wanted.current = null;
  });

  return {
    moveTo(index: number) {
      scrollTo(index);
      put(index);
      // Where it stands already nothing may be drawn anew, and the focus would move with what is drawn next.
      wanted.current = focusRow(index) ? null : index;
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      wanted.current = null;
      const index = indexOf(event);
      if (index !== undefined) put(index);
    },
  };
}
