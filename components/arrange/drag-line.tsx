"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { DragBoard, DragZone } from "./drag-board";
import { moveItem } from "./move";
import type { Axis } from "./place";

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

/** Things in a line that can be put in another order. */
export function DragLine({ id, axis = "x", order, placeOf, ...rest }: DragLineProps) {
  const t = useTranslations("ui.drag");
  const { nameOf, onMove, onLanding, children } = rest;
  return (
    <DragBoard
      id={id}
      zones={[{ id, axis, order }]}
      nameOf={nameOf}
      {...(placeOf && { placeOf: (item, { before }) => placeOf(item, before) })}
      instructions={t(axis === "x" ? "instructions" : "instructions-down")}
      onMove={(item, { before }) => onMove(moveItem(order, item, before), item, before)}
      onLanding={(place) => onLanding(place ? place.before : undefined)}
    >
      <DragZone id={id} order={order}>
        {children}
      </DragZone>
    </DragBoard>
  );
}
