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

type InOrder<Row> = {
  /** As they came. */
  rows: readonly Row[];
  ordered: readonly Row[];
};

/**
 * Rows in order, from the order they had: those that are the same rows as before stay in line, and each that changed is put
 * where it belongs. Thousands of rows of which a few changed cost little, least where they come in the places they had.
 */
export function keepOrder<Row>(
  before: InOrder<Row>,
  rows: readonly Row[],
  compare: Compare<Row>,
): readonly Row[] {
  const { gone, fresh } = differences(before.rows, rows);
  if (fresh.size * 4 > rows.length) return rows.toSorted(compare);
  const kept = gone.size > 0 ? before.ordered.filter((row) => !gone.has(row)) : before.ordered;
  const merged: Row[] = [];
  let from = 0;
  for (const row of [...fresh].toSorted(compare)) {
    const place = placeOf(row, kept, from, compare);
    merged.push(...kept.slice(from, place), row);
    from = place;
  }
  return merged.concat(kept.slice(from));
}

/**
 * Rows in the order that they have on the screen, while somebody points at one: each as it is now, new ones at the end,
 * nobody else moves.
 */
export function heldOrder<Row extends { id: string }>(
  before: InOrder<Row>,
  rows: readonly Row[],
): readonly Row[] {
  const { gone, fresh } = differences(before.rows, rows);
  if (gone.size === 0 && fresh.size === 0) return before.ordered;
  const now = new Map([...fresh].map((row) => [row.id, row]));
  const held = before.ordered.flatMap((row) => {
    if (!gone.has(row)) return row;
    const next = now.get(row.id);
    now.delete(row.id);
    return next ?? [];
  });
  return [...held, ...now.values()];
}

function differences<Row>(before: readonly Row[], now: readonly Row[]) {
  const [gone, fresh] = [new Set<Row>(), new Set<Row>()];
  for (let place = 0; place < Math.max(before.length, now.length); place++) {
    const [was, is] = [before[place], now[place]];
    if (was === is) continue;
    if (was !== undefined) gone.add(was);
    if (is !== undefined) fresh.add(is);
  }
  // Those that only came in another place.
  for (const row of fresh) if (gone.delete(row)) fresh.delete(row);
  return { gone, fresh };
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
