"use client";

import { useEffect } from "react";

/** What of the viewer stands in its address, so that a link shows the same. */
export type Asked = {
  search: string;
  levels: readonly string[];
  wrap: boolean;
  /** With what happened to the agent. */
  beside: boolean;
};

/** Keeps the address as the viewer is, without a step for Back. */
export function useLogAddress({ search, levels, wrap, beside }: Asked) {
  const address = new URLSearchParams();
  if (search) address.set("search", search);
  for (const level of levels) address.append("level", level);
  if (wrap) address.set("wrap", "");
  if (!beside) address.set("lines-alone", "");
  const query = address.toString();

  useEffect(() => {
    const now = new URL(window.location.href);
    const line = now.searchParams.get("line");
    const next = new URLSearchParams(query);
    if (line !== null) next.set("line", line);
    if (next.toString() === now.searchParams.toString()) return;
    window.history.replaceState(null, "", next.size > 0 ? `${now.pathname}?${next}` : now.pathname);
  }, [query]);
}
