"use client";

import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { GripVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import { landingBefore, moveItem } from "./move";
import { useDragWords } from "./use-drag-words";

/** Which way the line runs. */
type Axis = "x" | "y";

type DragLineProps = {
  /** Stable, so that server and browser agree on the ids of the hidden texts. */
  id: string;
  axis?: Axis;
  order: readonly string[];
  nameOf: (id: string) => string;
  /** Said of where something would land; without it, before what or that it is the last. */
  placeOf?: (id: string, before: string | null) => string;
  /** With what moved where: before this one, `null` at the end. */
  onMove: (order: string[], id: string, before: string | null) => void;
  /** Where it would land now: before this one, `null` at the end, `undefined` nowhere. */
  onLanding: (before: string | null | undefined) => void;
  children: ReactNode;
};

/** By the pointer's place along the line alone, so that a drag may stray to its sides; by the nearest for keys. */
const underPointer =
  (axis: Axis): CollisionDetection =>
  (input) => {
    const at = input.pointerCoordinates?.[axis];
    if (at === undefined) return closestCenter(input);
    const hit = input.droppableContainers.find(({ id }) => {
      const rect = input.droppableRects.get(id);
      const [from, to] = axis === "x" ? [rect?.left, rect?.right] : [rect?.top, rect?.bottom];
      return from !== undefined && to !== undefined && at >= from && at < to;
    });
    return hit ? [{ id: hit.id }] : [];
  };

const collisions = { x: underPointer("x"), y: underPointer("y") };

const still = () => null;

/** Things in a line that can be put in another order by mouse, touch and keyboard. Nothing moves until the drop. */
export function DragLine({ id, axis = "x", order, nameOf, placeOf, ...rest }: DragLineProps) {
  const { onMove, onLanding, children } = rest;
  const [held, setHeld] = useState<string | null>(null);
  const words = useDragWords({ order, nameOf, placeOf, axis });
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      // Enter is taken: it sorts.
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter, KeyboardCode.Tab],
      },
    }),
  );

  function release() {
    setHeld(null);
    onLanding(undefined);
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={collisions[axis]}
      accessibility={words}
      onDragStart={({ active }) => setHeld(String(active.id))}
      onDragOver={({ active, over }) =>
        onLanding(
          over && over.id !== active.id
            ? landingBefore(order, String(active.id), String(over.id))
            : undefined,
        )
      }
      onDragCancel={release}
      onDragEnd={({ active, over }) => {
        release();
        if (!over || over.id === active.id) return;
        const moved = String(active.id);
        const before = landingBefore(order, moved, String(over.id));
        onMove(moveItem(order, moved, before), moved, before);
      }}
    >
      <SortableContext id={id} items={[...order]} strategy={still}>
        {children}
      </SortableContext>
      {held !== null &&
        // In what is placed by a transform it would be off by that much.
        createPortal(
          <DragOverlay dropAnimation={null} className="pointer-events-none" zIndex={60}>
            <span className="inline-flex rotate-1 items-center gap-1.5 whitespace-nowrap rounded-md border border-accent bg-raised py-1 pr-2.5 pl-1.5 font-medium shadow-pop">
              <GripVertical aria-hidden className="size-3.5 text-ink-3" />
              {nameOf(held)}
            </span>
          </DragOverlay>,
          document.body,
        )}
    </DndContext>
  );
}
