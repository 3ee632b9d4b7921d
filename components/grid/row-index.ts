/** The place in the list of the row that something happened in: `data-index` of its element. */
export function indexOf({ target }: { target: EventTarget }) {
  const row = target instanceof Element ? target.closest<HTMLElement>("tr[data-index]") : null;
  return row ? Number(row.dataset.index) : undefined;
}

/** Where a key leads from a row; null for keys that lead nowhere. */
export function stepFrom(index: number, key: string, { last, page }: { last: number; page: number }) {
  switch (key) {
    case "ArrowDown":
      return Math.min(last, index + 1);
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "PageDown":
      return Math.min(last, index + page);
    case "PageUp":
      return Math.max(0, index - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
