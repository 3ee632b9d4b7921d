import { landingBefore } from "./move";

/** Which way a line runs. */
export type Axis = "x" | "y";

export const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;
export type Arrow = (typeof arrows)[number];

/** Things in a line, or, where a zone is a heap, in an order that nobody changes. */
export type Zone = {
  id: string;
  axis: Axis;
  order: readonly string[];
  heap?: boolean;
  /** Where arrows lead that run across it, or out of it. */
  beside?: Partial<Record<Arrow, string>>;
};

/** Before which thing of which zone; `null` is its end. */
export type Place = { zone: string; before: string | null };

/** How the room of a zone is told from the things in it. */
export const roomOf = (zone: string) => `zone:${zone}`;

export const zoneOf = (zones: readonly Zone[], over: string) =>
  zones.find(({ id, order }) => roomOf(id) === over || order.includes(over));

/** Where `id` lands that is held over something: past it where it comes from before it in the same line. */
export function placeOver(zones: readonly Zone[], id: string, over: string): Place | null {
  const zone = zoneOf(zones, over);
  // A heap has no order to change.
  if (!zone || (zone.heap && zone.order.includes(id))) return null;
  const whole = zone.heap || over === roomOf(zone.id);
  return { zone: zone.id, before: whole ? null : landingBefore(zone.order, id, over) };
}

/** Over what `id` is held after an arrow: along the line, and at its end or across it to the zone beside it. */
export function stepFrom(zones: readonly Zone[], id: string, over: string, arrow: Arrow): string | null {
  const zone = zoneOf(zones, over);
  if (!zone) return null;
  const along = { x: { ArrowLeft: -1, ArrowRight: 1 }, y: { ArrowUp: -1, ArrowDown: 1 } }[zone.axis];
  const by = (along as Partial<Record<Arrow, number>>)[arrow];
  if (by !== undefined && !zone.heap) {
    // What is not in the line yet can be put behind its last.
    const stops = zone.order.includes(id) ? zone.order : [...zone.order, roomOf(zone.id)];
    const next = stops[stops.indexOf(over) + by];
    if (next !== undefined) return next;
  }
  const beside = zones.find((other) => other.id === zone.beside?.[arrow]);
  return beside ? entryOf(beside) : null;
}

const entryOf = ({ id, order, heap }: Zone) => (heap ? roomOf(id) : (order[0] ?? roomOf(id)));
