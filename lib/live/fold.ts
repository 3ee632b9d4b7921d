type Row = { id: string; revision: number };

/** Folds changes into the rows we hold, in place: late or repeated changes alter nothing. Returns those that were news. */
export function fold<T extends Row>(rows: Map<string, T>, changes: readonly T[]): T[] {
  return changes.filter((change) => {
    const isNews = change.revision > (rows.get(change.id)?.revision ?? -1);
    if (isNews) rows.set(change.id, change);
    return isNews;
  });
}
