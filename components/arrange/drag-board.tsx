"use client";

import { DndContext, useDndContext, useDroppable } from "@dnd-kit/core";
import { SortableContext } from "@dnd-kit/sortable";
import { type ReactNode, useState } from "react";
import { Held } from "./held";
import { type Place, placeOver, roomOf, type Zone } from "./place";
import { underPointer } from "./under-pointer";
import { useDragSensors } from "./use-drag-sensors";
import { useDragWords } from "./use-drag-words";

type DragBoardProps = {
  /** Stable, so that server and browser agree on the ids of the hidden texts. */
  id: string;
  zones: readonly Zone[];
  nameOf: (id: string) => string;
  /** Said of where something would land; without it, before what or that it is the last. */
  placeOf?: (id: string, place: Place) => string;
  /** For those who cannot see how it is done. */
  instructions: string;
  onMove: (id: string, place: Place) => void;
  /** Where it would land now: nowhere, or where it is already, is null. */
  onLanding: (place: Place | null) => void;
  children: ReactNode;
};

/** Things in lines that can be put elsewhere, by mouse, touch and keyboard. Nothing moves until the drop. */
export function DragBoard({ id, zones, nameOf, placeOf, instructions, ...rest }: DragBoardProps) {
  const { onMove, onLanding, children } = rest;
  const [held, setHeld] = useState<string | null>(null);
  const words = useDragWords({ zones, nameOf, placeOf, instructions });
  const sensors = useDragSensors(zones);

  function release() {
    setHeld(null);
    onLanding(null);
  }

  const landing = (active: { id: unknown }, over: { id: unknown } | null) =>
    over && over.id !== active.id ? placeOver(zones, String(active.id), String(over.id)) : null;

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={underPointer(zones)}
      accessibility={words}
      onDragStart={({ active }) => setHeld(String(active.id))}
      onDragOver={({ active, over }) => onLanding(landing(active, over))}
      onDragCancel={release}
      onDragEnd={({ active, over }) => {
        release();
        const place = landing(active, over);
        if (place) onMove(String(active.id), place);
      }}
    >
      {children}
      {held !== null && <Held name={nameOf(held)} />}
    </DndContext>
  );
}

const still = () => null;

/** The things of a zone, whatever else stands between them. */
export function DragZone({ id, order, children }: Pick<Zone, "id" | "order"> & { children: ReactNode }) {
  return (
    <SortableContext id={id} items={[...order]} strategy={still}>
      {children}
    </SortableContext>
  );
}

/** The room of a zone: where something that is over none of its things is over the zone. */
export function useRoom(zone: string) {
  const { setNodeRef } = useDroppable({ id: roomOf(zone) });
  const { active } = useDndContext();
  return { ref: setNodeRef, dragging: active !== null };
}
