import type { SortValue } from "./column";
import { compareValues } from "./compare";

type Compare<Row> = (a: Row, b: Row) => number;

/** One thing that rows are ordered by. */
export type OrderKey<Row> = { value: (row: Row) => SortValue; desc: boolean };

/**
 * Compares rows by each key in turn. A row keeps the values that it was first compared by: figures that grow by themselves
 * must not make an order that contradicts itself. The last key is to tell any two rows apart.
 */
export function orderBy<Row extends object>(keys: readonly OrderKey<Row>[]): Compare<Row> {
  const known = new WeakMap<Row, SortValue[]>();
  const valuesOf = (row: Row) => {
    const values = known.get(row) ?? keys.map(({ value }) => value(row));
    known.set(row, values);
    return values;
  };
  return (a, b) => {
    const [one, other] = [valuesOf(a), valuesOf(b)];
    for (const [index, { desc }] of keys.entries()) {
      const result = compareInColumn(one[index], other[index], desc);
      if (result !== 0) return result;
    }
    return 0;
  };
}

/** Empty values come last in both directions. */
function compareInColumn(a: SortValue, b: SortValue, desc: boolean) {
  if (a == null || b == null) return compareValues(a, b);
  return desc ? -compareValues(a, b) : compareValues(a, b);
}

/**
 * Rows in order, from the order they had: those that are the same rows as before stay in line, and each that changed is put
 * where it belongs. Thousands of rows of which a few changed cost little.
 */
export function keepOrder<Row>(
  before: readonly Row[],
  rows: readonly Row[],
  compare: Compare<Row>,
): readonly Row[] {
  const now = new Set(rows);
  const kept = before.filter((row) => now.delete(row));
  if (now.size * 4 > rows.length) return rows.toSorted(compare);
  const merged: Row[] = [];
  let from = 0;
  for (const row of [...now].toSorted(compare)) {
    const place = placeOf(row, kept, from, compare);
    merged.push(...kept.slice(from, place), row);
    from = place;
  }
  return merged.concat(kept.slice(from));
}

/** Before which of the sorted rows a row belongs; none before `from`. */
function placeOf<Row>(row: Row, sorted: readonly Row[], from: number, compare: Compare<Row>) {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at !== undefined && compare(at, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
