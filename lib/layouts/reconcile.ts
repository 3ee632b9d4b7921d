import type { Content } from "./content";

/** What a subject has at present. */
export type Catalogue = {
  columns: readonly string[];
  filters: readonly string[];
  /** What it can be grouped by. */
  groups: readonly string[];
};

/** A content fitted to what there is: what a later or an earlier Rollcall knew and this one does not is left out. */
export function reconcile(content: Content, { columns, filters, groups }: Catalogue): Content {
  const known = (id: string) => columns.includes(id);
  return {
    ...content,
    order: content.order.filter(known),
    widths: pick(content.widths, columns),
    hidden: pick(content.hidden, columns),
    sort: content.sort.filter(({ id }) => known(id)),
    filters: pick(content.filters, filters),
    group: content.group.filter((id) => groups.includes(id)),
  };
}

/** True where two look the same, however they came to be written. */
export function sameContent(one: Content, other: Content): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ widths, hidden, filters, ...rest }: Content) {
  const chosen = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([id, values]) => [id, values.toSorted()] as const);
  return JSON.stringify([
    rest.order,
    rest.density,
    rest.sort.map(({ id, desc }) => [id, desc]),
    rest.group,
    byKey(Object.entries(widths)),
    byKey(Object.entries(hidden)),
    byKey(chosen),
  ]);
}

const byKey = <T extends readonly [string, unknown]>(entries: readonly T[]) =>
  entries.toSorted(([a], [b]) => (a < b ? -1 : 1));

const pick = <T>(from: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([id]) => ids.includes(id)));
