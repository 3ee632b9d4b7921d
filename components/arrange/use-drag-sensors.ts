import {
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { keepEarlyKeys } from "./early-keys";
import { arrows, stepFrom, type Zone } from "./place";

/** By mouse, touch and keyboard: Space lifts, the arrows go from place to place. */
export function useDragSensors(zones: readonly Zone[]) {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: besideIn(zones),
      onActivation: keepEarlyKeys,
      // Enter is taken: it sorts.
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter, KeyboardCode.Tab],
      },
    }),
  );
}

const besideIn =
  (zones: readonly Zone[]): KeyboardCoordinateGetter =>
  (event, { active, context }) => {
    const arrow = arrows.find((code) => code === event.code);
    if (!arrow) return undefined;
    event.preventDefault();
    const { over, collisionRect, droppableRects, droppableContainers, scrollableAncestors } = context;
    const next = stepFrom(zones, String(active), String(over?.id ?? active), arrow);
    const node = next === null ? null : droppableContainers.get(next)?.node.current;
    if (next === null || !node || !collisionRect) return undefined;
    // Its own line is scrolled by the sensor.
    if (!scrollableAncestors.some((ancestor) => ancestor.contains(node)))
      node.scrollIntoView({ block: "nearest", inline: "nearest" });
    // One that has just been drawn anew may not have been measured yet.
    const rect = droppableRects.get(next) ?? node.getBoundingClientRect();
    return {
      x: rect.left + (rect.width - collisionRect.width) / 2,
      y: rect.top + (rect.height - collisionRect.height) / 2,
    };
  };
