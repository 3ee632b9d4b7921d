import { withChosen } from "@/components/grid/filter-param";
import { formatSort } from "@/components/grid/sort-param";
import { type UserList, userFilterIds } from "@/lib/users/schema";

/** A list as its address says it, always in the same words: the key under which its rows are held. */
export function addressOf({ search, sort, filter }: UserList): string {
  const params = new URLSearchParams(search ? { search } : {});
  if (sort.length > 0) params.set("sort", formatSort(sort));
  return withChosen(params, filter, { ids: userFilterIds }).toString();
}
