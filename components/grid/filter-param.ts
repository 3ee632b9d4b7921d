import type { ComboboxItem } from "@/components/ui/combobox-popup";

export type FilterSpec = { id: string; label: string; options: readonly ComboboxItem[] };

/** The values chosen of each filter; none means all. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** From an address: `?team=a&team=b`. Filters that the page does not have are dropped. */
export function parseChosen(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
  ids: readonly string[],
): Chosen {
  const values = (id: string) => [...new Set([params[id] ?? []].flat())];
  return Object.fromEntries(ids.map((id) => [id, values(id)]).filter(([, chosen]) => chosen?.length));
}

/** The address of another choice: everything else in it stays, but for the places that a narrower list does not have. */
export function withChosen(
  address: URLSearchParams,
  chosen: Chosen,
  { ids, reset = [] }: { ids: readonly string[]; reset?: readonly string[] },
): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const id of [...ids, ...reset]) next.delete(id);
  for (const id of ids) for (const value of chosen[id] ?? []) next.append(id, value);
  return next;
}
