import { moveItem } from "@/components/arrange/move";
import type { Place, Zone } from "@/components/arrange/place";
import type { Content } from "@/lib/layouts/content";
import { addColumn, removeColumn, shownColumns } from "@/lib/reports/layout";
import { mostGroups } from "@/lib/reports/schema";

export const shelfZone = "shelf";
export const headZone = "head";
export const groupZone = "groups";

/** The columns in the head: those that rows are grouped by stand before it, in one column of their own. */
export const inHead = (content: Content) => shownColumns(content).filter((id) => !content.group.includes(id));

export function zonesOf(content: Content, shelf: readonly string[]): Zone[] {
  return [
    { id: shelfZone, axis: "y", order: shelf, heap: true, beside: { ArrowRight: headZone } },
    {
      id: groupZone,
      axis: "x",
      order: content.group,
      beside: { ArrowDown: headZone, ArrowLeft: shelfZone },
    },
    {
      id: headZone,
      axis: "x",
      order: inHead(content),
      beside: { ArrowUp: groupZone, ArrowLeft: shelfZone },
    },
  ];
}

/** The report with a column put somewhere: wherever it was before, it is there no more. */
export function placed(content: Content, id: string, { zone, before }: Place): Content {
  const ungrouped = content.group.includes(id)
    ? { ...content, group: content.group.filter((other) => other !== id) }
    : content;
  if (zone === headZone) return addColumn(ungrouped, id, before);
  if (zone === shelfZone) return removeColumn(ungrouped, id);
  const grouped = moveItem(content.group, id, before);
  return grouped.length > mostGroups ? content : { ...content, group: grouped };
}

/** Rows grouped by a column as well, the innermost one. */
export const groupedBy = (content: Content, id: string) =>
  placed(content, id, { zone: groupZone, before: null });
