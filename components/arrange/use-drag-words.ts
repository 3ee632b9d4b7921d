"use client";

import type { Announcements, Over, ScreenReaderInstructions, UniqueIdentifier } from "@dnd-kit/core";
import { useTranslations } from "use-intl";
import { type Place, placeOver, type Zone } from "./place";

type DragWords = { announcements: Announcements; screenReaderInstructions: ScreenReaderInstructions };

type Words = {
  zones: readonly Zone[];
  nameOf: (id: string) => string;
  placeOf?: ((id: string, place: Place) => string) | undefined;
  instructions: string;
};

/** What a screen reader hears while something is held. */
export function useDragWords({ zones, nameOf, placeOf, instructions }: Words): DragWords {
  const t = useTranslations("ui.drag");

  function place(id: UniqueIdentifier, over: Over | null) {
    const item = nameOf(String(id));
    const place = over && over.id !== id ? placeOver(zones, String(id), String(over.id)) : null;
    if (!place) return t("unmoved", { item });
    if (placeOf) return placeOf(String(id), place);
    return place.before === null ? t("last", { item }) : t("before", { item, other: nameOf(place.before) });
  }

  return {
    screenReaderInstructions: { draggable: instructions },
    announcements: {
      onDragStart: ({ active }) => t("lifted", { item: nameOf(String(active.id)) }),
      onDragOver: ({ active, over }) => place(active.id, over),
      onDragEnd: ({ active, over }) => t("dropped", { place: place(active.id, over) }),
      onDragCancel: ({ active }) => t("cancelled", { item: nameOf(String(active.id)) }),
    },
  };
}
