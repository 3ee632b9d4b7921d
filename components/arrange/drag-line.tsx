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
import { landingBefore, moveItem } from "./move";
import { useDragWords } from "./use-drag-words";

type DragLineProps = {
  /** Stable, so that server and browser agree on the ids of the hidden texts. */
  id: string;
  order: readonly string[];
  nameOf: (id: string) => string;
  onMove: (order: string[]) => void;
  /** Where it would land now: before this one, `null` at the end, `undefined` nowhere. */
  onLanding: (before: string | null | undefined) => void;
  children: ReactNode;
};

/** By the pointer's x alone, so that a drag may stray up and down; by the nearest for keys. */
const underPointer: CollisionDetection = (input) => {
  const x = input.pointerCoordinates?.x;
  if (x === undefined) return closestCenter(input);
  const hit = input.droppableContainers.find(({ id }) => {
    const rect = input.droppableRects.get(id);
    return rect !== undefined && x >= rect.left && x < rect.right;
  });
  return hit ? [{ id: hit.id }] : [];
};

const still = () => null;

/** Things in a line that can be put in another order by mouse, touch and keyboard. Nothing moves until the drop. */
export function DragLine({ id, order, nameOf, onMove, onLanding, children }: DragLineProps) {
  const [held, setHeld] = useState<string | null>(null);
  const words = useDragWords(order, nameOf);
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
      collisionDetection={underPointer}
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
        onMove(moveItem(order, String(active.id), landingBefore(order, String(active.id), String(over.id))));
      }}
    >
      <SortableContext id={id} items={[...order]} strategy={still}>
        {children}
      </SortableContext>
      <DragOverlay dropAnimation={null} className="pointer-events-none">
        {held !== null && (
          <span className="inline-flex rotate-1 items-center gap-1.5 whitespace-nowrap rounded-md border border-accent bg-raised py-1 pr-2.5 pl-1.5 font-medium shadow-pop">
            <GripVertical aria-hidden className="size-3.5 text-ink-3" />
            {nameOf(held)}
          </span>
        )}
      </DragOverlay>
    </DndContext>
  );
}
