"use client";

import { useSyncExternalStore } from "react";
import { readCookie, writeCookie } from "@/components/ui/cookie";
import { chartsCookie } from "./charts-cookie";

const readers = new Set<() => void>();

function subscribe(reader: () => void) {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Whether the charts are folded away, as this browser had them last; `atFirst` is what the server knows of that. */
export function useFolded(atFirst: boolean) {
  const folded = useSyncExternalStore(
    subscribe,
    () => readCookie(chartsCookie) === "folded",
    () => atFirst,
  );
  return {
    folded,
    fold(to: boolean) {
      writeCookie(chartsCookie, to ? "folded" : "open");
      for (const reader of readers) reader();
    },
  };
}
