/** Beside the columns that stay: a shadow, once the others go on beneath them. */
export function PinnedEdge({ leftPx }: { leftPx: number }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 z-11 hidden sm:block">
      <div
        className="sticky h-full w-2.5 bg-linear-to-r from-shade-strong to-transparent opacity-0 transition-opacity group-data-aside/grid:opacity-100"
        style={{ left: leftPx }}
      />
    </div>
  );
}

/** Outside of React: scrolling draws nothing anew. */
export const markAside = (scroller: HTMLElement) =>
  scroller.toggleAttribute("data-aside", scroller.scrollLeft > 0);
