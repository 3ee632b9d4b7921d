"use client";

import { useSortable } from "@dnd-kit/sortable";
import clsx from "clsx";
import { GripVertical, Plus, X } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { DragZone, useRoom } from "@/components/arrange/drag-board";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { type Catalogue, columnNamed } from "@/lib/reports/catalogue";
import { mostGroups } from "@/lib/reports/schema";
import { groupZone } from "./board";
import { useColumnWords } from "./use-column-words";

type GroupAreaProps = {
  catalogue: Catalogue;
  group: readonly string[];
  /** Before which one what is dragged would land; `undefined` where it would not land here. */
  landing: string | null | undefined;
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
};

/** What the rows are grouped by, from the outermost in. */
export function GroupArea({ catalogue, group, landing, onAdd, onRemove }: GroupAreaProps) {
  const t = useTranslations("reports.group");
  const { nameOf } = useColumnWords();
  const room = useRoom(groupZone);
  const full = group.length >= mostGroups;
  const free = catalogue.filter((column) => column.groups && !group.includes(column.id));

  return (
    <fieldset
      ref={room.ref}
      className={clsx(
        "flex min-h-10 min-w-0 flex-wrap items-center gap-1.5 border-b px-3 py-1.5",
        landing !== undefined ? "border-accent bg-accent-soft" : "border-line",
        room.dragging && landing === undefined && "bg-sunken",
      )}
    >
      <legend className="sr-only">{t("label")}</legend>
      <span aria-hidden className="mr-0.5 text-ink-2 text-xs">
        {t("label")}
      </span>
      <DragZone id={groupZone} order={group}>
        {group.map((id) => {
          const column = columnNamed(catalogue, id);
          return (
            <Fragment key={id}>
              {landing === id && <Mark />}
              <GroupChip id={id} name={column ? nameOf(column) : id} onRemove={onRemove} />
            </Fragment>
          );
        })}
      </DragZone>
      {landing === null && <Mark />}
      {!full && (
        <Menu
          align="start"
          trigger={
            <Button variant="ghost" size="sm">
              <Plus aria-hidden className="size-3.5" />
              {t("add")}
            </Button>
          }
        >
          {free.map((column) => (
            <MenuItem key={column.id} onSelect={() => onAdd(column.id)}>
              {nameOf(column)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {group.length === 0 && <span className="text-ink-3 text-xs max-sm:hidden">{t("hint")}</span>}
    </fieldset>
  );
}

const Mark = () => <span aria-hidden className="h-6 w-0.5 bg-accent" />;

function GroupChip({ id, name, onRemove }: { id: string; name: string; onRemove: (id: string) => void }) {
  const t = useTranslations("reports.group");
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useSortable({ id });
  return (
    <span
      ref={setNodeRef}
      className={clsx(
        "inline-flex h-7 max-w-full items-center rounded-full border border-accent/40 bg-accent-soft text-xs pointer-coarse:h-9",
        isDragging && "opacity-50",
      )}
    >
      <button
        type="button"
        {...listeners}
        ref={setActivatorNodeRef}
        aria-describedby={attributes["aria-describedby"]}
        className="inline-flex h-full min-w-0 cursor-grab! items-center gap-1 rounded-full pr-1 pl-2 font-medium"
      >
        <GripVertical aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        <span className="truncate">{name}</span>
      </button>
      <button
        type="button"
        aria-label={t("remove", { column: name })}
        onClick={() => onRemove(id)}
        className="grid size-6 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-chip hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
