"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { FocusEvent, MouseEvent } from "react";

type RowOpenInput<Row> = {
  rowOf: (id: string) => Row | undefined;
  href: ((row: Row) => string) | undefined;
  onOpen: ((row: Row) => void) | undefined;
};

type BodyEvent = MouseEvent<HTMLTableSectionElement> | FocusEvent<HTMLTableSectionElement>;

/** Opens rows as links open: here, or in a tab of its own with Ctrl, Cmd or the middle button. */
export function useRowOpen<Row>({ rowOf, href, onOpen }: RowOpenInput<Row>) {
  const router = useRouter();
  if (!href && !onOpen) return null;

  function addressAt(id: string | undefined) {
    const row = id === undefined ? undefined : rowOf(id);
    return row && href?.(row);
  }

  function open(id: string, apart = false) {
    const address = addressAt(id);
    const row = rowOf(id);
    if (address !== undefined && apart) window.open(address, "_blank", "noopener");
    else if (address !== undefined) router.push(address as Route);
    else if (row) onOpen?.(row);
  }

  return {
    open,
    onClick(event: MouseEvent<HTMLTableSectionElement>) {
      const id = rowAt(event);
      if (id === undefined || event.button > 1 || !meantForRow(event)) return;
      open(id, event.metaKey || event.ctrlKey || event.button === 1);
    },
    /** So that the page is there when the click comes. */
    onApproach(event: BodyEvent) {
      const address = addressAt(rowAt(event));
      if (address !== undefined) router.prefetch(address as Route);
    },
  };
}

function rowAt(event: BodyEvent) {
  return event.target instanceof Element ? event.target.closest("tr")?.dataset.row : undefined;
}

/** Not for a link or button in the row, and not the end of selecting text. */
function meantForRow(event: MouseEvent<HTMLElement>) {
  if (event.defaultPrevented || !(event.target instanceof Element)) return false;
  if (event.target.closest("a, button, input, label, select, textarea")) return false;
  return window.getSelection()?.isCollapsed !== false;
}
