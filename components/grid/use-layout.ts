"use client";

import { useState } from "react";
import { writeCookie } from "@/components/ui/cookie";
import type { GridLayout } from "./column";
import { layoutCookie } from "./layout-cookie";
import { formatLayout } from "./layout-param";

/** The layout of a grid: in the address, so that a link shows the same, and kept by the browser for the next time. */
export function useLayout(grid: string, initial: GridLayout) {
  const [layout, setLayout] = useState(initial);

  function change(next: GridLayout) {
    setLayout(next);
    const params = formatLayout(next);
    writeCookie(layoutCookie(grid), params.toString());
    const address = new URL(window.location.href);
    for (const key of ["columns", "density"]) address.searchParams.delete(key);
    for (const [key, value] of params) address.searchParams.set(key, value);
    window.history.replaceState(null, "", address);
  }

  return [layout, change] as const;
}
