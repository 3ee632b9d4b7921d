import { type CollisionDetection, closestCenter } from "@dnd-kit/core";
import { roomOf, type Zone } from "./place";

type Input = Parameters<CollisionDetection>[0];

/** What something is held over: by the pointer where there is one, by the nearest for keys. */
export const underPointer =
  (zones: readonly Zone[]): CollisionDetection =>
  (input) => {
    const at = input.pointerCoordinates;
    if (!at) return closestCenter(input);
    const zone = zones.length === 1 ? zones[0] : zones.find(({ id }) => isOver(input, roomOf(id)));
    const over = zone && overIn(zone, String(input.active.id), input);
    return over ? [{ id: over }] : [];
  };

/**
 * By the pointer's place along the line alone, so that a drag may stray to its sides. What comes from elsewhere goes between two
 * things, and behind the last one.
 */
function overIn(zone: Zone, held: string, input: Input): string | undefined {
  const at = input.pointerCoordinates?.[zone.axis] ?? 0;
  if (zone.heap) return roomOf(zone.id);
  const spans = zone.order.flatMap((id) => {
    const rect = input.droppableRects.get(id);
    if (!rect) return [];
    const [from, to] = zone.axis === "x" ? [rect.left, rect.right] : [rect.top, rect.bottom];
    return [{ id, from, to }];
  });
  if (zone.order.includes(held)) return spans.find(({ from, to }) => at >= from && at < to)?.id;
  return spans.find(({ from, to }) => at < (from + to) / 2)?.id ?? roomOf(zone.id);
}

function isOver({ pointerCoordinates: at, droppableRects }: Input, id: string): boolean {
  const rect = droppableRects.get(id);
  if (!rect || !at) return false;
  return at.x >= rect.left && at.x < rect.right && at.y >= rect.top && at.y < rect.bottom;
}
