import type { GridLayout } from "@/components/grid/column";
import { formatLayout, parseLayout } from "@/components/grid/layout-param";
import { formatSort } from "@/components/grid/sort-param";
import { type Content, stockContent } from "@/lib/layouts/content";
import { type Catalogue, reconcile } from "@/lib/layouts/reconcile";

/** The view of Rollcall itself, beside those that people have saved. */
export const stockView = "stock";

/** Which view an address was opened with, and its revision then; without one, the address is still to be filled from it. */
export type Opened = { view: string; at: number | null };

/** The address that shows a view as it is stored now; what is beside the view stays. */
export function anew(address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete("at");
  return next;
}

/** Null where an address names no view. */
export function openedIn(address: URLSearchParams): Opened | null {
  const view = address.get("view");
  if (!view) return null;
  const at = address.get("at");
  return { view, at: at !== null && /^\d{1,9}$/.test(at) ? Number(at) : null };
}

/** Everything that an address says of how a grid is shown. */
export function contentIn(address: URLSearchParams, catalogue: Catalogue): Content {
  return withGrid(parseLayout(address), address, catalogue);
}

/** The same with columns that are known better than by the address. */
export function withGrid(
  { order, widths, hidden, density }: GridLayout,
  address: URLSearchParams,
  catalogue: Catalogue,
): Content {
  const filters = catalogue.filters.map((id) => [id, address.getAll(id)] as const);
  const terms = listIn(address, "sort").map((term) => ({
    id: term.replace(/^-/, ""),
    desc: term.startsWith("-"),
  }));
  return reconcile(
    {
      version: stockContent.version,
      order: [...order],
      widths,
      hidden,
      density,
      sort: terms.filter(({ id }, at) => terms.findIndex((other) => other.id === id) === at),
      filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
      group: listIn(address, "group"),
    },
    catalogue,
  );
}

const listIn = (address: URLSearchParams, name: string) => [
  ...new Set((address.get(name) ?? "").split(",").filter(Boolean)),
];

/** Whether an address says anything at all of how a grid is shown. */
export const saysAnything = (address: URLSearchParams, { filters, instead = {} }: Catalogue) =>
  ["columns", "density", "sort", "group", "search", ...filters, ...Object.values(instead).flat()].some(
    (name) => address.has(name),
  );

/** An address that shows this content as a view's: what else was in it stays. */
export function addressOf(
  content: Content,
  { view, at }: { view: string; at: number },
  { from, catalogue }: { from: URLSearchParams; catalogue: Catalogue },
): URLSearchParams {
  const next = new URLSearchParams(from);
  for (const name of ["columns", "density", "sort", "group", "view", "at", ...catalogue.filters])
    next.delete(name);
  next.set("view", view);
  next.set("at", String(at));
  for (const [name, value] of formatLayout(content)) next.set(name, value);
  // Said in any case, so that the browser's own last layout does not count.
  next.set("density", content.density);
  if (content.sort.length > 0) next.set("sort", formatSort(content.sort));
  if (content.group.length > 0) next.set("group", content.group.join(","));
  for (const [name, values] of Object.entries(content.filters)) {
    for (const other of catalogue.instead?.[name] ?? []) next.delete(other);
    for (const value of values) next.append(name, value);
  }
  return next;
}
