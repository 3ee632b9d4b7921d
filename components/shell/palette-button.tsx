"use client";

import { Search } from "lucide-react";
import { KeyHint, type Keys } from "@/components/ui/kbd";
import { useAlive } from "@/components/ui/use-alive";

type PaletteButtonProps = { label: string; keys: Keys; onOpen: () => void };

/** Looks like a field and opens the palette; a round button where there is little room. */
export function PaletteButton({ label, keys, onOpen }: PaletteButtonProps) {
  return (
    <button
      type="button"
      disabled={!useAlive()}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onOpen}
      className="ml-auto flex h-7 shrink-0 items-center gap-2 rounded-md border border-line-strong bg-panel px-2.5 text-ink-2 shadow-xs transition-colors duration-100 hover:border-ink-3 hover:text-ink max-md:w-7 max-md:justify-center max-md:px-0 md:w-64 pointer-coarse:h-9 pointer-coarse:max-md:w-9"
    >
      <Search aria-hidden className="size-4 md:hidden" />
      <span className="truncate max-md:sr-only">{label}</span>
      <span aria-hidden className="num ml-auto text-2xs text-ink-3 max-md:hidden">
        <KeyHint keys={keys} />
      </span>
    </button>
  );
}
