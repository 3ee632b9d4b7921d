import type { Sort } from "./column";

/** `team,-login` from and for the address; unknown columns are dropped. */
export function parseSort(param: string | null | undefined, columnIds: readonly string[]): Sort[] {
  const parts = (param ?? "")
    .split(",")
    .map((part) => ({ id: part.replace(/^-/, ""), desc: part.startsWith("-") }));
  return parts.filter(
    ({ id }, index) => columnIds.includes(id) && parts.findIndex((part) => part.id === id) === index,
  );
}

export function formatSort(sort: readonly Sort[]) {
  return sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(",");
}
