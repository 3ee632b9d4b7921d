"use client";

import { useDndMonitor } from "@dnd-kit/core";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { DragLine } from "@/components/arrange/drag-line";
import { type ColumnSpec, type GridLayout, isShown } from "./column";
import { FoldMark, PickerRow } from "./column-picker-row";
import { fold, placeColumn, unfolded } from "./place-column";

type PickerProps<Row> = {
  columns: readonly ColumnSpec<Row>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  /** Whether a column is held: Escape is then its own. */
  onHold: (held: boolean) => void;
};

/** Which columns are shown and in which order: by dragging and by ticks. */
export function ColumnPicker<Row>({ columns, layout, onLayout, onHold }: PickerProps<Row>) {
  const t = useTranslations("ui.grid");
  const [landing, setLanding] = useState<string | null>();
  const line = unfolded(columns, layout);
  const byId = new Map(columns.map((column) => [column.id, column]));
  const nameOf = (id: string) => byId.get(id)?.header ?? id;
  const shownCount = line.indexOf(fold);

  function placeOf(id: string, before: string | null) {
    const item = nameOf(id);
    const rest = line.filter((other) => other !== id);
    const at = before === null ? rest.length : rest.indexOf(before);
    if (at > rest.indexOf(fold)) return t("put-away", { item });
    return before === fold || before === null
      ? t("last-shown", { item })
      : t("before", { item, other: nameOf(before) });
  }

  function toggle(id: string) {
    const column = byId.get(id);
    if (!column) return;
    const hide = isShown(column, layout);
    if (!hide || shownCount > 1) onLayout({ ...layout, hidden: { ...layout.hidden, [id]: hide } });
  }

  return (
    <DragLine
      id={useId()}
      axis="y"
      order={line}
      nameOf={nameOf}
      placeOf={placeOf}
      onMove={(_, id, before) => onLayout(placeColumn(columns, layout, id, before))}
      onLanding={setLanding}
    >
      <Hold onHold={onHold} />
      <ul aria-label={t("columns")} className="-mx-1.5">
        {line.map((id, index) => {
          const last = index === line.length - 1;
          const lands = landing === id ? "before" : landing === null && last ? "after" : undefined;
          return id === fold ? (
            <FoldMark key={id} empty={last} lands={lands} />
          ) : (
            <PickerRow
              key={id}
              id={id}
              name={nameOf(id)}
              shown={index < shownCount}
              lands={lands}
              onToggle={() => toggle(id)}
            />
          );
        })}
      </ul>
    </DragLine>
  );
}

function Hold({ onHold }: { onHold: (held: boolean) => void }) {
  useDndMonitor({
    onDragStart: () => onHold(true),
    onDragEnd: () => onHold(false),
    onDragCancel: () => onHold(false),
  });
  return null;
}
