"use client";

import type { Announcements, Over, ScreenReaderInstructions, UniqueIdentifier } from "@dnd-kit/core";
import { useTranslations } from "use-intl";
import { landingBefore } from "./move";

type DragWords = { announcements: Announcements; screenReaderInstructions: ScreenReaderInstructions };

type Line = {
  order: readonly string[];
  nameOf: (id: string) => string;
  placeOf?: ((id: string, before: string | null) => string) | undefined;
  axis: "x" | "y";
};

/** What a screen reader hears while something is held. */
export function useDragWords({ order, nameOf, placeOf, axis }: Line): DragWords {
  const t = useTranslations("ui.drag");

  function place(id: UniqueIdentifier, over: Over | null) {
    const item = nameOf(String(id));
    if (!over || over.id === id) return t("unmoved", { item });
    const before = landingBefore(order, String(id), String(over.id));
    if (placeOf) return placeOf(String(id), before);
    return before === null ? t("last", { item }) : t("before", { item, other: nameOf(before) });
  }

  return {
    screenReaderInstructions: { draggable: t(axis === "x" ? "instructions" : "instructions-down") },
    announcements: {
      onDragStart: ({ active }) => t("lifted", { item: nameOf(String(active.id)) }),
      onDragOver: ({ active, over }) => place(active.id, over),
      onDragEnd: ({ active, over }) => t("dropped", { place: place(active.id, over) }),
      onDragCancel: ({ active }) => t("cancelled", { item: nameOf(String(active.id)) }),
    },
  };
}
