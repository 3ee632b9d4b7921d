"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import type { DateRange } from "@/components/grid/date-range";
import { type Chosen, withChosen } from "@/components/grid/filter-param";
import { facetIds } from "@/lib/sessions/facets";

const ids = [...facetIds, "from", "to"];
const places = ["before", "session"];

/** The addresses of other parts of the history. */
export function useHistoryAddress() {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const written = (query: URLSearchParams) => (query.size > 0 ? `${path}?${query}` : path);

  return {
    pending,
    narrow(chosen: Chosen, { from, to }: DateRange) {
      const all = { ...chosen, ...(from && { from: [from] }), ...(to && { to: [to] }) };
      const next = withChosen(new URLSearchParams(params), all, { ids, reset: places });
      startTransition(() => router.push(written(next) as Route, { scroll: false }));
    },
    page(before: string | null) {
      const next = new URLSearchParams(params);
      for (const place of places) next.delete(place);
      if (before !== null) next.set("before", before);
      return written(next);
    },
  };
}
