"use client";

import type { Announcements, Over, ScreenReaderInstructions, UniqueIdentifier } from "@dnd-kit/core";
import { useTranslations } from "use-intl";
import { landingBefore } from "./move";

type DragWords = { announcements: Announcements; screenReaderInstructions: ScreenReaderInstructions };

/** What a screen reader hears while something is held. */
export function useDragWords(
  order: readonly string[],
  nameOf: (id: string) => string,
  axis: "x" | "y",
): DragWords {
  const t = useTranslations("ui.drag");

  function place(id: UniqueIdentifier, over: Over | null) {
    const item = nameOf(String(id));
    if (!over || over.id === id) return t("unmoved", { item });
    const before = landingBefore(order, String(id), String(over.id));
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
