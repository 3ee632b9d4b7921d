"use client";

import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { Kbd } from "@/components/ui/kbd";

type SearchTriggerProps = ComponentProps<"button"> & { label: string; keys: string };

/** Looks like a field, opens the search. An icon where there is no room. */
export function SearchTrigger({ label, keys, ...rest }: SearchTriggerProps) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className="flex h-7 items-center gap-2 rounded-md border border-line-strong bg-panel px-2 text-ink-3 shadow-xs transition-colors hover:border-line-field md:w-64 pointer-coarse:h-9"
    >
      <Search aria-hidden className="size-3.5" />
      <span aria-hidden className="flex-1 text-left max-md:hidden">
        {label}
      </span>
      <Kbd className="max-md:hidden">{keys}</Kbd>
    </button>
  );
}
