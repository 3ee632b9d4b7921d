import clsx from "clsx";
import { type RefObject, useEffect } from "react";

/**
 * Shadows where the columns go on: beside those that stay, once the others go on beneath them, and at the far edge. They lie over
 * what scrolls: as a part of it, they would be painted anew with every cell that changes.
 */
export function Edges({ pinnedPx }: { pinnedPx: number }) {
  return (
    <>
      <div
        aria-hidden
        className={clsx(edge, "bg-linear-to-r group-data-aside/grid:visible max-sm:left-0!")}
        style={{ left: pinnedPx }}
      />
      <div
        aria-hidden
        className={clsx(edge, "right-(--bar-x) bg-linear-to-l group-data-further/grid:visible")}
      />
    </>
  );
}

const edge =
  "pointer-events-none invisible absolute top-0 bottom-(--bar-y) z-11 w-2.5 from-shade-strong to-transparent";

/** Outside of React: scrolling draws nothing anew. */
export function markEdges(scroller: HTMLElement) {
  const { scrollLeft, scrollWidth, clientWidth, parentElement } = scroller;
  parentElement?.toggleAttribute("data-aside", scrollLeft > 0);
  // What is left of a pixel is no column.
  parentElement?.toggleAttribute("data-further", scrollWidth - clientWidth - scrollLeft > 1);
}

/** Marks them whenever the window or the table gets another size; nothing lies over the bars that scroll. */
export function useEdges(scroller: RefObject<HTMLElement | null>, table: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const { current } = scroller;
    if (!current || !table.current) return;
    const sizes = new ResizeObserver(() => {
      markEdges(current);
      const { offsetWidth, clientWidth, offsetHeight, clientHeight, parentElement } = current;
      parentElement?.style.setProperty("--bar-x", `${offsetWidth - clientWidth}px`);
      parentElement?.style.setProperty("--bar-y", `${offsetHeight - clientHeight}px`);
    });
    sizes.observe(current);
    sizes.observe(table.current);
    return () => sizes.disconnect();
  }, [scroller, table]);
}
