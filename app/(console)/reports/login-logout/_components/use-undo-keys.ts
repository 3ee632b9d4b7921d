"use client";

import { useEffect, useEffectEvent } from "react";
import type { Report } from "./use-report";

/** Ctrl or ⌘ Z takes back, with Shift it puts forth; within a field they are the field's own. */
export function useUndoKeys({ undo, redo }: Pick<Report, "undo" | "redo">) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]"))
      return;
    const key = event.key.toLowerCase();
    const step = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : null;
    if (!step) return;
    event.preventDefault();
    step();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
