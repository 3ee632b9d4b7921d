"use client";

import type { NavSection } from "@/components/shell/nav";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { useGo } from "@/components/ui/use-go";
import { shortcuts } from "./shortcuts";

type Given = {
  places: readonly NavSection[];
  singleKeys: boolean;
  openPalette: () => void;
  showKeyboardMap: () => void;
};

/** Of the declared shortcuts, those whose page this reader may open. */
export const openTo = (places: readonly NavSection[]) =>
  shortcuts.everywhere.filter(
    ({ does }) =>
      typeof does !== "object" ||
      places.some((section) => section.items.some((item) => item.href === does.opens)),
  );

/** Makes the declared shortcuts work. */
export function useConsoleShortcuts({ places, singleKeys, openPalette, showKeyboardMap }: Given) {
  const go = useGo();

  function search() {
    const field = document.querySelector<HTMLInputElement>("main input[type=search]");
    if (!field) return openPalette();
    field.focus();
    field.select();
  }

  useShortcuts(
    openTo(places).flatMap(({ keys, does }) =>
      keys
        .filter(([first]) => singleKeys || first?.startsWith("Mod+"))
        .map((one) => ({
          keys: one,
          run: () => {
            if (does === "palette") openPalette();
            else if (does === "keyboard-map") showKeyboardMap();
            else if (does === "search") search();
            else if (does) go(does.opens);
          },
        })),
    ),
  );
}
