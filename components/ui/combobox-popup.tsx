"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import clsx from "clsx";
import { Check } from "lucide-react";
import { controlStyle } from "./field-style";
import { useOverlayPlace } from "./overlay-place";

export type ComboboxItem = {
  value: string;
  label: string;
  /** Tells it from others of a like name. */
  note?: string;
  /** Said beside it in figures. */
  count?: number;
};

type PopupProps = {
  /** Names the search field, and says so in it. */
  searchLabel: string;
  /** Said where nothing matches. */
  noMatch: string;
  /** Any number may be ticked. */
  many?: boolean;
  /** So few that nobody needs to search: the field takes the keys and is not seen. */
  few?: boolean;
};

/** What opens under a combobox: a search field, and what matches. */
export function ComboboxPopup({ searchLabel, noMatch, many = false, few = false }: PopupProps) {
  return (
    <Base.Portal container={useOverlayPlace()}>
      <Base.Positioner align="start" sideOffset={4} className="z-50 outline-none">
        <Base.Popup
          aria-label={searchLabel}
          className="pop flex max-h-[min(24rem,var(--available-height))] min-w-[max(var(--anchor-width),14rem)] max-w-96 flex-col rounded-lg bg-raised shadow-pop outline-none"
        >
          <div className={few ? "sr-only" : "p-1.5 pb-1"}>
            <Base.Input
              aria-label={searchLabel}
              placeholder={searchLabel}
              className={clsx(controlStyle, "h-7")}
            />
          </div>
          <Base.Empty>
            <p className="px-3 py-2 text-ink-2 empty:hidden">{noMatch}</p>
          </Base.Empty>
          <Base.List className="min-h-0 overflow-y-auto overscroll-contain p-1 outline-none empty:p-0">
            {(item: ComboboxItem) => <Item key={item.value} item={item} many={many} />}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function Item({ item, many }: { item: ComboboxItem; many: boolean }) {
  return (
    <Base.Item
      value={item}
      className="group/item flex cursor-default select-none items-center gap-2 rounded-md py-1 pr-3 pl-2 outline-none data-highlighted:bg-chip pointer-coarse:py-2.5"
    >
      <span
        className={clsx(
          "grid size-4 shrink-0 place-items-center",
          many
            ? "rounded-sm border border-line-field text-accent-ink group-data-selected/item:border-accent group-data-selected/item:bg-accent"
            : "text-accent",
        )}
      >
        <Base.ItemIndicator>
          <Check aria-hidden className="size-3" />
        </Base.ItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">
        {item.label}
        {item.note && <span className="text-ink-3 text-xs">{` ${item.note}`}</span>}
      </span>
      {item.count !== undefined && <span className="num text-ink-3 text-xs">{item.count}</span>}
    </Base.Item>
  );
}
