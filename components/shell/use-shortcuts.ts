"use client";

import { useEffect, useRef } from "react";
import { isMac, type Keys } from "@/components/ui/kbd";
import { advance, keyPressed, type Shortcut } from "./shortcuts";

const forgottenAfterMs = 1200;

const typing =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]";
// What takes letters itself, to find an item by its name.
const searching = "[role=menu], [role=listbox], [role=combobox]";
// A toast says of itself that it is not modal.
const over = "[role=dialog]:not([aria-modal=false]), [role=alertdialog]:not([aria-modal=false])";

/** Runs what the keys ask for: never while a dialog is open, and single keys never where one types. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const known = useRef(shortcuts);
  useEffect(() => {
    known.current = shortcuts;
  });

  useEffect(() => {
    let held: Keys = [];
    let heldAt = 0;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const key = keyPressed(event, isMac());
      if (key === null || document.querySelector(over)) return;
      const target = event.target instanceof Element ? event.target : null;
      if (!key.startsWith("Mod+") && target?.closest(`${typing}, ${searching}`)) return;

      const late = event.timeStamp - heldAt > forgottenAfterMs;
      const next = advance(known.current, late ? [] : held, key);
      held = next.held;
      heldAt = event.timeStamp;
      if (!next.done) return;
      event.preventDefault();
      next.done.run();
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
