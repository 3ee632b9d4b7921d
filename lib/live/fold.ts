type Row = { id: string; revision: number };

/** Folds changes into the rows we hold. Late or repeated changes alter nothing; without news the map stays the same one. */
export function fold<T extends Row>(
  rows: ReadonlyMap<string, T>,
  changes: readonly T[],
): ReadonlyMap<string, T> {
  const next = new Map(rows);
  let news = false;
  for (const change of changes) {
    if (change.revision <= (next.get(change.id)?.revision ?? -1)) continue;
    next.set(change.id, change);
    news = true;
  }
  return news ? next : rows;
}
