"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { FocusEvent, MouseEvent } from "react";
import { useGo } from "@/components/ui/use-go";
import { indexOf } from "./row-index";

type RowOpenInput<Row> = {
  rowAt: (index: number) => Row | undefined;
  href: ((row: Row) => string | undefined) | undefined;
  onOpen: ((row: Row) => void) | undefined;
};

type BodyEvent = MouseEvent<HTMLTableSectionElement> | FocusEvent<HTMLTableSectionElement>;

/** Opens rows as links open: here, or in a tab of its own with Ctrl, Cmd or the middle button. */
export function useRowOpen<Row>({ rowAt, href, onOpen }: RowOpenInput<Row>) {
  const router = useRouter();
  const go = useGo();
  if (!href && !onOpen) return null;

  function addressAt(index: number | undefined) {
    const row = index === undefined ? undefined : rowAt(index);
    return row === undefined ? undefined : href?.(row);
  }

  function open(index: number, apart = false) {
    const address = addressAt(index);
    const row = rowAt(index);
    if (address !== undefined && apart) window.open(address, "_blank", "noopener");
    else if (address !== undefined) go(address);
    else if (row) onOpen?.(row);
  }

  return {
    open: (index: number) => open(index),
    onClick(event: MouseEvent<HTMLTableSectionElement>) {
      const index = indexOf(event);
      if (index === undefined || event.button > 1 || !meantForRow(event)) return;
      open(index, event.metaKey || event.ctrlKey || event.button === 1);
    },
    /** So that the page is there when the click comes. */
    onApproach(event: BodyEvent) {
      const address = addressAt(indexOf(event));
      if (address !== undefined) router.prefetch(address as Route);
    },
  };
}

/** Not for a link or button in the row, and not the end of selecting text. */
function meantForRow(event: MouseEvent<HTMLElement>) {
  if (event.defaultPrevented || !(event.target instanceof Element)) return false;
  if (event.target.closest("a, button, input, label, select, textarea")) return false;
  return window.getSelection()?.isCollapsed !== false;
}
