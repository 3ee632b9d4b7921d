"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { type Density, headHeight, rowHeights } from "./column";
import type { RowSource } from "./row-source";

type VirtualInput<Row> = {
  source: RowSource<Row>;
  /** Within what scrolls, which is marked `data-scroller`: it has no reference yet when the rows ask for it first. */
  body: RefObject<HTMLElement | null>;
  density: Density;
  /** The row that is the tab stop. */
  current: number;
};

// Rows drawn on the server, where no height is known.
const firstHeight = 900;
const overscan = 6;

/**
 * Which rows are drawn, of however many; the source is told which are in view. Values only: the virtualizer stays the same object
 * while what it says changes, and whoever memoizes by it would draw old rows.
 */
export function useVirtualRows<Row>({ source, body, density, current }: VirtualInput<Row>) {
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: source.total,
    getScrollElement: () => body.current?.closest<HTMLDivElement>("[data-scroller]") ?? null,
    estimateSize: () => rowHeights[density],
    overscan,
    initialRect: { width: 0, height: firstHeight },
    scrollPaddingEnd: headHeight,
    // The tab stop stays in the document wherever the reader scrolls: with it the focus would go.
    rangeExtractor: (range) =>
      [...new Set([current, ...defaultRangeExtractor(range)])]
        .filter((index) => index >= 0)
        .sort((a, b) => a - b),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are kept until they are said to be others.
  useEffect(() => virtual.measure(), [density]);

  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => source.onView(startIndex, endIndex + 1), [source, startIndex, endIndex]);
  return {
    items: virtual.getVirtualItems(),
    heightPx: virtual.getTotalSize(),
    scrollTo: (index: number) => virtual.scrollToIndex(index, { align: "auto" }),
  };
}
