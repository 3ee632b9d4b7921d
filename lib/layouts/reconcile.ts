import type { Content } from "./content";

/** What a subject has at present. */
export type Catalogue = {
  columns: readonly string[];
  filters: readonly string[];
  /** What it can be grouped by. */
  groups: readonly string[];
  /** Where the order of a layout is all that is shown: what one without any shows. */
  stock?: readonly string[];
  /** Parameters of an address that a filter stands in the place of. */
  instead?: Readonly<Record<string, readonly string[]>>;
};

/** A content fitted to what there is: what a later or an earlier Rollcall knew and this one does not is left out. */
export function reconcile(content: Content, { columns, filters, groups, stock }: Catalogue): Content {
  const known = (id: string) => columns.includes(id);
  const order = content.order.filter(known);
  return {
    ...content,
    // Said in one way only, so that it counts as the same.
    order: order.join() === stock?.join() ? [] : order,
    widths: pick(content.widths, columns),
    hidden: pick(content.hidden, columns),
    sort: content.sort.filter(({ id }) => known(id)),
    filters: pick(content.filters, filters),
    group: content.group.filter((id) => groups.includes(id)),
  };
}

/** What a content names that there is not: to be told to whoever opens or sends it. */
export function goneFrom(content: Content, { columns, filters, groups }: Catalogue): string[] {
  const { order, sort, group } = content;
  const named = [...order, ...sort.map(({ id }) => id)];
  return [
    ...new Set([
      ...named.filter((id) => !columns.includes(id)),
      ...Object.keys(content.filters).filter((id) => !filters.includes(id)),
      ...group.filter((id) => !groups.includes(id)),
    ]),
  ];
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
