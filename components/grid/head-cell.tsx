"use client";

import { useSortable } from "@dnd-kit/sortable";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from "react";
import type { ColumnSpec } from "./column";
import { pinnedAt, pinnedHead } from "./pin";

export type HeadSort = {
  direction: "asc" | "desc" | false /** 1, 2, …; 0 where it is the only one. */;
  rank: number;
};

/** What a page offers in the head of a column. */
export type HeadTools = {
  /** A button, marked `data-head-menu`, that opens a menu; the down arrow and a right click open it as well. */
  menu: ReactNode;
  /** By Delete. */
  onRemove: (() => void) | undefined;
  /** Beside the header. */
  mark?: ReactNode;
};

type HeadCellProps = {
  column: Pick<ColumnSpec<never>, "id" | "header" | "align" | "quiet" | "fixed">;
  tabStop: boolean;
  /** Its place among the columns that stay in view; null where it is none of them. */
  pinned: number | null;
  sort: HeadSort;
  /** Absent where the column cannot be sorted. `add` keeps the columns sorted before it. */
  onSort: ((add: boolean) => void) | undefined;
  tools: HeadTools | undefined;
  onResizeStart: (id: string, event: PointerEvent<HTMLElement>) => void;
  onWiden: (id: string, byPx: number) => void;
};

const ariaSort = { asc: "ascending", desc: "descending" } as const;
const keyStepPx = 16;

/** Click and Enter sort, a drag and Space move, Shift with an arrow widens. */
export function HeadCell({ column, tabStop, pinned, sort, onSort, tools, ...resize }: HeadCellProps) {
  const { id, header, align, quiet, fixed = false } = column;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useSortable({
    id,
    disabled: fixed,
  });
  const Arrow = sort.direction === "desc" ? ArrowDown : ArrowUp;

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const byPx = { ArrowLeft: -keyStepPx, ArrowRight: keyStepPx }[event.key];
    if (event.shiftKey && byPx !== undefined && !isDragging) {
      event.preventDefault();
      event.stopPropagation();
      resize.onWiden(id, byPx);
    } else if (event.key === "Delete" && !isDragging) tools?.onRemove?.();
    else if (event.key === "ArrowDown" && !isDragging && tools) openMenu(event);
    else listeners?.onKeyDown?.(event);
  }

  return (
    <th
      ref={setNodeRef}
      scope="col"
      data-column={id}
      onContextMenu={tools && openMenu}
      aria-sort={sort.direction ? ariaSort[sort.direction] : undefined}
      className={clsx(
        "group/head h-8 border-line-strong border-b p-0 font-medium text-ink-2",
        pinned === null ? "relative" : clsx("max-sm:relative max-sm:left-auto!", pinnedHead),
        isDragging && "bg-accent-soft!",
      )}
      style={pinned === null ? undefined : pinnedAt(pinned)}
    >
      <button
        type="button"
        {...listeners}
        ref={setActivatorNodeRef}
        data-head
        tabIndex={tabStop ? 0 : -1}
        aria-describedby={attributes["aria-describedby"]}
        onKeyDown={onKeyDown}
        // Space lifts the column; without this it would sort it too when the key comes up.
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
        onClick={(event: MouseEvent) => onSort?.(event.shiftKey)}
        className={clsx(
          "flex h-8 w-full items-center gap-1 overflow-hidden px-3 focus-visible:-outline-offset-2",
          align === "end" && "flex-row-reverse text-right",
          tools && (align === "end" ? "pl-7" : "pr-7"),
          onSort ? "hover:text-ink" : "cursor-default!",
          sort.direction && "text-ink",
        )}
      >
        <span className={quiet ? "sr-only" : "truncate"}>{header}</span>
        {tools?.mark}
        {sort.direction && <Arrow aria-hidden className="size-3.5 shrink-0" />}
        {sort.rank > 0 && (
          <span aria-hidden className="text-2xs text-ink-3">
            {sort.rank}
          </span>
        )}
      </button>
      {tools && (
        <span
          className={clsx("absolute inset-y-0 flex items-center", align === "end" ? "left-0.5" : "right-1")}
        >
          {tools.menu}
        </span>
      )}
      <span
        aria-hidden
        onPointerDown={(event) => resize.onResizeStart(id, event)}
        className="absolute inset-y-0 -right-1.5 z-1 w-3 group-last/head:right-0 cursor-col-resize touch-none after:absolute after:inset-y-2 after:left-1/2 after:w-px after:bg-transparent hover:after:w-0.5 hover:after:bg-accent active:after:bg-accent group-hover/head:after:bg-line-strong"
      />
    </th>
  );
}

/** Where the page offers one, in this head. */
function openMenu(event: KeyboardEvent<HTMLElement> | MouseEvent<HTMLElement>) {
  event.preventDefault();
  event.currentTarget.closest("th")?.querySelector<HTMLElement>("[data-head-menu]")?.click();
}
