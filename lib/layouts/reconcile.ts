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
  const named = content.order.filter(known);
  const shown = stock && (named.length > 0 ? named : stock);
  // Where the order is what is shown, a width is of what is shown.
  const widths = pick(content.widths, shown ?? columns);
  // Said in one way only, so that it counts as the same; an address that gives widths names columns, and so must name all.
  const isStock = shown?.join() === stock?.join() && Object.keys(widths).length === 0;
  return {
    ...content,
    order: shown ? (isStock ? [] : [...shown]) : named,
    widths,
    hidden: pick(content.hidden, columns),
    sort: content.sort.filter(({ id }) => known(id)),
    filters: pick(content.filters, filters),
    group: content.group.filter((id) => groups.includes(id)),
  };
}

/** What a content names that there is not, and where. */
export function unknownIn(content: Content, { columns, filters, groups }: Catalogue) {
  const { order, widths, hidden, sort, group } = content;
  const listed = (part: string, names: readonly string[], known: readonly string[]) =>
    names.flatMap((name, at) => (known.includes(name) ? [] : { path: `${part}.${at}`, name }));
  const keyed = (part: string, by: object, known: readonly string[]) =>
    Object.keys(by).flatMap((name) => (known.includes(name) ? [] : { path: `${part}.${name}`, name }));
  return [
    ...listed("order", order, columns),
    ...keyed("widths", widths, columns),
    ...keyed("hidden", hidden, columns),
    ...listed(
      "sort",
      sort.map(({ id }) => id),
      columns,
    ),
    ...keyed("filters", content.filters, filters),
    ...listed("group", group, groups),
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
