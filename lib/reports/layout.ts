import type { Content } from "@/lib/layouts/content";
import type { Catalogue as Arrangement } from "@/lib/layouts/reconcile";
import type { Faults } from "@/lib/result";
import { otherNames, parseAddress } from "./address";
import { type Catalogue, stockColumns } from "./catalogue";

// A report shows the columns that its layout has in `order`, and no others: what a later Rollcall can show waits on the shelf.

/** The columns that a layout shows; one that says nothing is the stock one. */
export const shownColumns = ({ order }: Pick<Content, "order">): readonly string[] =>
  order.length > 0 ? order : stockColumns;

/** Moves a column that is shown before another; `null` is the end. */
export function moveColumn(layout: Content, id: string, before: string | null): Content {
  return shownColumns(layout).includes(id) ? addColumn(layout, id, before) : layout;
}

/** Shows a column before another, from wherever it comes. */
export function addColumn(layout: Content, id: string, before: string | null): Content {
  const shown = shownColumns(layout);
  if (id === before) return layout;
  const rest = shown.filter((other) => other !== id);
  const at = before === null ? -1 : rest.indexOf(before);
  return { ...layout, order: rest.toSpliced(at === -1 ? rest.length : at, 0, id) };
}

/** Puts a column back on the shelf, but for the last one. What is sorted and filtered by it stays so. */
export function removeColumn(layout: Content, id: string): Content {
  const rest = shownColumns(layout).filter((other) => other !== id);
  return rest.length === 0 ? layout : { ...layout, order: rest };
}

/** What an address says of a report beside its columns, and what a layout therefore keeps among its filters. */
const layoutParameters = ["preset", "edges", "days", "dayTurn"];

/** What a layout may name of a report that has these columns. */
export const arranged = (catalogue: Catalogue): Arrangement => {
  const columns = catalogue.map(({ id }) => id);
  return {
    columns,
    filters: [...columns, ...Object.keys(otherNames), ...layoutParameters],
    groups: catalogue.filter((column) => column.groups).map(({ id }) => id),
    stock: stockColumns,
    instead: { preset: ["from", "to"] },
  };
};

/** What is wrong with a layout that names only what there is, by the parts of it. */
export function layoutFaults(content: Content, catalogue: Catalogue): Faults["errors"] {
  const { faults } = parseAddress({ preset: "today", ...parametersOf(content) }, catalogue, "UTC");
  return (faults ?? []).map(({ path, message }) => ({ path: partOf(path), message }));
}

/** What a layout says of a report, as parameters of its address. */
export function parametersOf({ order, sort, group, filters }: Content) {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  return {
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.length > 1 ? values : values[0]])),
    ...(order.length > 0 && { columns: order }),
    sort: sort.map(({ id, desc }) => (desc ? `-${id}` : id)),
    group,
  };
}

/** The part of a layout that stands for a parameter of the address. */
function partOf(parameter: string) {
  const [name = "", ...rest] = parameter.split(".");
  const part = { columns: "order", sort: "sort", group: "group" }[name] ?? `filters.${name}`;
  return [part, ...rest].join(".");
}
