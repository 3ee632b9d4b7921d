"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useRef } from "react";
import type { HistoryRow } from "./history-row";

const param = "session";

/**
 * The session whose details are open: kept in the address, so that it can be shared and Back closes it. A row that is here
 * opens without asking the server; `start` keeps the page of the list where it is.
 */
export function useOpenedSession(
  rows: readonly HistoryRow[],
  given: HistoryRow | null,
  start: string | null,
) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const openedHere = useRef(false);
  const id = params.get(param);
  const find = (wanted: string) =>
    rows.find((row) => row.id === wanted) ?? (given?.id === wanted ? given : null);

  function address(session: string | null) {
    const next = new URLSearchParams(params);
    next.delete(param);
    if (start !== null) next.set("before", start);
    if (session !== null) next.set(param, session);
    return next.size > 0 ? `${path}?${next}` : path;
  }

  return {
    id,
    row: id === null ? null : find(id),
    open(session: string) {
      if (!find(session)) return router.replace(address(session) as Route, { scroll: false });
      if (id !== null) return window.history.replaceState(null, "", address(session));
      openedHere.current = true;
      window.history.pushState(null, "", address(session));
    },
    close() {
      if (openedHere.current) window.history.back();
      else window.history.replaceState(null, "", address(null));
      openedHere.current = false;
    },
    link: (session: string) => `${window.location.origin}${path}?${param}=${session}`,
  };
}
