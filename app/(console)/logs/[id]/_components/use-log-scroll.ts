"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Rows } from "./rows";

export const rowPx = 21;
const firstHeight = 800;
const overscan = 15;
const atEndPx = 24;

/** Where to scroll to; another object means: once more. */
export type Target = { line: number; align: "start" | "center" } | { end: true };

type Input = {
  rows: Rows;
  wrap: boolean;
  /** The row that is the tab stop stays in the document: with it the focus would go. */
  current: number;
  target: Target | null;
  /** Lines arrive: whoever is at the end stays there. */
  live: boolean;
};

/** Which rows are drawn, of however many. The line at the top stays there when rows come or go above it. */
export function useLogScroll({ rows, wrap, current, target, live }: Input) {
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<{ line: number; index: number; offPx: number } | null>(null);
  const [atEnd, setAtEnd] = useState(
    () => live && (rows.total === 0 || (target !== null && "end" in target)),
  );
  const firstIndex = target && "line" in target ? rows.indexOf(target.line) : target ? rows.total : 0;
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan,
    initialRect: { width: 0, height: firstHeight },
    initialOffset: Math.max(0, firstIndex * rowPx - firstHeight / 2),
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const [from, to] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)];
      const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      if (current < 0 || current >= count || (current >= from && current <= to)) return range;
      return current < from ? [current, ...range] : [...range, current];
    },
  });

  function layOut() {
    virtual.measure();
    for (const row of scroller.current?.querySelectorAll<HTMLTableRowElement>("tr[data-index]") ?? [])
      virtual.measureElement(row);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows move anything.
  useLayoutEffect(() => {
    const element = scroller.current;
    const was = top.current;
    if (!element) return;
    if (live && atEnd) return virtual.scrollToEnd();
    if (!was) return;
    const index = rows.indexOf(was.line);
    if (index === was.index) return;
    layOut();
    const [offset = 0] = virtual.getOffsetForIndex(index, "start") ?? [];
    virtual.scrollToOffset(offset + was.offPx);
    top.current = { ...was, index };
  }, [rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are kept until they are said to be others.
  useLayoutEffect(() => {
    const was = top.current;
    layOut();
    if (was) virtual.scrollToIndex(rows.indexOf(was.line), { align: "start" });
  }, [wrap]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each target.
  useEffect(() => {
    if (!target) return;
    if ("end" in target) virtual.scrollToEnd();
    else virtual.scrollToIndex(rows.indexOf(target.line), { align: target.align });
  }, [target]);

  function onScroll() {
    const element = scroller.current;
    const first = element && virtual.getVirtualItemForOffset(element.scrollTop);
    if (!element || !first) return;
    const row = rows.at(first.index);
    if (row) {
      const line = row.line ?? row.happening.before;
      top.current = {
        line,
        index: first.index,
        offPx: row.line === undefined ? 0 : element.scrollTop - first.start,
      };
    }
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight <= atEndPx);
  }

  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  return {
    scroller,
    onScroll,
    atEnd,
    items: virtual.getVirtualItems(),
    heightPx: virtual.getTotalSize(),
    from: startIndex,
    to: endIndex + 1,
    measure: virtual.measureElement,
    scrollTo: (index: number) => virtual.scrollToIndex(index, { align: "auto" }),
    /** The line at the top of what is seen. */
    topLine: () => top.current?.line ?? 0,
  };
}
export type LogScroll = ReturnType<typeof useLogScroll>;
