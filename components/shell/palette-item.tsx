"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { ChevronRight } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { KeyCaps, type Keys } from "@/components/ui/kbd";

export type PaletteItem = {
  id: string;
  label: string;
  /** Beside the label, quieter. */
  note?: ReactNode;
  /** At the right. */
  detail?: ReactNode;
  icon?: ReactNode;
  keys?: Keys | undefined;
  /** The right arrow leads to more that can be done with it. */
  leadsOn?: boolean;
};

type RowProps = { item: PaletteItem; onClick: (event: MouseEvent) => void };

export function PaletteRow({ item, onClick }: RowProps) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={onClick}
      className="group flex h-9 cursor-default select-none scroll-my-2 items-center gap-2.5 rounded-md px-2.5 outline-none data-highlighted:bg-chip pointer-coarse:h-11"
    >
      <span className="inline-grid size-4 shrink-0 place-items-center text-ink-3 [&_svg]:size-4">
        {item.icon}
      </span>
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className="truncate font-medium">{item.label}</span>
        {item.note && <span className="min-w-0 shrink-[2] truncate text-ink-3">{item.note}</span>}
      </span>
      {item.detail && (
        <span className="flex max-w-[45%] shrink-0 items-center gap-1.5 text-ink-2">{item.detail}</span>
      )}
      {item.keys && <KeyCaps keys={item.keys} />}
      {item.leadsOn && (
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-ink-3 opacity-0 group-data-highlighted:opacity-100"
        />
      )}
    </Autocomplete.Item>
  );
}
