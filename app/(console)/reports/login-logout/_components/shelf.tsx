"use client";

import { useSortable } from "@dnd-kit/sortable";
import clsx from "clsx";
import { GripVertical } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { DragZone, useRoom } from "@/components/arrange/drag-board";
import { Input } from "@/components/ui/input";
import { type Catalogue, type Column, topics } from "@/lib/reports/catalogue";
import { shelfZone } from "./board";
import { useColumnWords } from "./use-column-words";

type ShelfProps = {
  catalogue: Catalogue;
  /** Columns that stand in the table, or that its rows are grouped by. */
  taken: readonly string[];
  /** Something that is dragged would go back on the shelf. */
  landing: boolean;
  onAdd: (id: string) => void;
};

/** The columns that the table does not show, by topic. */
export function Shelf({ catalogue, taken, landing, onAdd }: ShelfProps) {
  const t = useTranslations("reports");
  const { nameOf } = useColumnWords();
  const [searched, setSearched] = useState("");
  const room = useRoom(shelfZone);
  const free = catalogue.filter(({ id }) => !taken.includes(id));
  const wanted = searched.trim().toLocaleLowerCase();
  const found = free.filter((column) => nameOf(column).toLocaleLowerCase().includes(wanted));
  const shelves = topics
    .map((topic) => ({ topic, columns: found.filter((column) => column.topic === topic) }))
    .filter(({ columns }) => columns.length > 0);

  return (
    <aside
      ref={room.ref}
      aria-label={t("shelf.label")}
      className={clsx(
        "flex min-h-0 flex-col gap-3 rounded-lg border bg-panel p-3",
        landing ? "border-accent bg-accent-soft" : "border-line",
      )}
    >
      <Input
        type="search"
        className="shrink-0"
        value={searched}
        onChange={(event) => setSearched(event.target.value)}
        placeholder={t("shelf.find")}
        aria-label={t("shelf.find")}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === "Enter" && wanted !== "" && first) onAdd(first.id);
        }}
      />
      <DragZone id={shelfZone} order={found.map(({ id }) => id)}>
        <div className="-mx-1 flex min-h-0 flex-col gap-3 overflow-y-auto px-1 pb-1">
          {shelves.map(({ topic, columns }) => (
            <section key={topic} aria-label={t(`topic.${topic}`)}>
              <h2 className="mb-1.5 text-ink-2 text-xs">{t(`topic.${topic}`)}</h2>
              <ul className="flex flex-col gap-1.5">
                {columns.map((column) => (
                  <ShelfItem key={column.id} column={column} name={nameOf(column)} onAdd={onAdd} />
                ))}
              </ul>
            </section>
          ))}
          {found.length === 0 && (
            <p className="text-ink-2 text-xs">{t(free.length === 0 ? "shelf.empty" : "shelf.none")}</p>
          )}
        </div>
      </DragZone>
    </aside>
  );
}

type ItemProps = { column: Column; name: string; onAdd: (id: string) => void };

/** A press puts it last in the table; a drag, or Space and the arrows, anywhere. */
function ShelfItem({ column: { id }, name, onAdd }: ItemProps) {
  const { setNodeRef, attributes, listeners, isDragging } = useSortable({ id });
  return (
    <li>
      <button
        type="button"
        {...listeners}
        ref={setNodeRef}
        aria-describedby={attributes["aria-describedby"]}
        // Space lifts it; without this it would press it too when the key comes up.
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
        onClick={() => onAdd(id)}
        className={clsx(
          "flex w-full cursor-grab! touch-manipulation items-center gap-1.5 rounded-md border border-line-strong bg-raised py-1 pr-2 pl-1 text-left active:cursor-grabbing! pointer-coarse:py-2",
          isDragging ? "opacity-50" : "hover:border-accent/60",
        )}
      >
        <GripVertical aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        <span className="min-w-0 truncate">{name}</span>
      </button>
    </li>
  );
}
