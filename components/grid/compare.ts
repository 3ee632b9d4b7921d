import type { SortValue } from "./column";

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Ascending. Words as people sort them ("v2.9" before "v2.10"), everything else by size. */
export function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  return a < b ? -1 : a > b ? 1 : 0;
}
