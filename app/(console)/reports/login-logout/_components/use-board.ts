"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Place } from "@/components/arrange/place";
import { type Catalogue, columnNamed } from "@/lib/reports/catalogue";
import { mostGroups } from "@/lib/reports/schema";
import { groupZone, headZone, inHead, placed, shelfZone, zonesOf } from "./board";
import { useColumnWords } from "./use-column-words";
import type { Report } from "./use-report";

/** The shelf, the head and the groups as one board, on which columns are dragged about. */
export function useBoard(catalogue: Catalogue, { content, arrange, change }: Report) {
  const t = useTranslations("reports.board");
  const { nameOf } = useColumnWords();
  const [landing, setLanding] = useState<Place | null>(null);
  const taken = [...inHead(content), ...content.group];
  const shelf = catalogue.flatMap(({ id }) => (taken.includes(id) ? [] : [id]));
  const named = (id: string) => {
    const column = columnNamed(catalogue, id);
    return column ? nameOf(column) : id;
  };
  const refuses = (id: string) =>
    !columnNamed(catalogue, id)?.groups ||
    (content.group.length >= mostGroups && !content.group.includes(id));

  const at = (zone: string) => (landing?.zone === zone ? landing.before : undefined);
  return {
    taken,
    /** Before which column something would land in the head, and among the groups; `undefined` where it would not. */
    inHead: at(headZone),
    inGroups: at(groupZone),
    onShelf: landing?.zone === shelfZone,
    props: {
      id: "report",
      zones: zonesOf(content, shelf),
      nameOf: named,
      instructions: t("instructions"),
      placeOf(id: string, { zone, before }: Place) {
        const item = named(id);
        if (zone === shelfZone) return t("shelf", { item });
        if (zone === groupZone && refuses(id)) return t("no-group", { item });
        const where = zone === groupZone ? "group" : "head";
        return before === null
          ? t(`${where}-last`, { item })
          : t(`${where}-before`, { item, other: named(before) });
      },
      onMove(id: string, place: Place) {
        if (place.zone === groupZone && refuses(id)) return;
        const next = placed(content, id, place);
        if (place.zone === groupZone || content.group.includes(id)) change(next);
        else arrange(next);
      },
      onLanding: setLanding,
    },
  };
}
