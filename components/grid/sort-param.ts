import type { Sort } from "./column";

/** `team,-login`, for the address. */
export const formatSort = (sort: readonly Sort[]) =>
  sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(",");
