"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import { LoaderCircle, Search } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isMac, KeyCaps } from "@/components/ui/kbd";
import { OverlaysInDialog } from "@/components/ui/overlay-place";
import { type PaletteItem, PaletteRow } from "./palette-item";
import { keyPressed } from "./shortcuts";

export type PaletteGroup<I extends PaletteItem> = { id: string; label: string; items: readonly I[] };

type PaletteProps<I extends PaletteItem> = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  text: string;
  onText: (text: string) => void;
  groups: readonly PaletteGroup<I>[];
  onPick: (item: I, newTab: boolean) => void;
  /** The item that the right arrow led into; the left arrow or Backspace leads out. */
  within: string | null;
  onStep: (item: I | null) => void;
  /** More is on its way. */
  busy: boolean;
  /** Said to screen readers; to everybody where nothing is listed, or where it is a problem. */
  status: ReactNode;
  problem: boolean;
  labels: {
    title: string;
    field: string;
    placeholder: string;
    move: string;
    pick: string;
    more: string;
    back: string;
    close: string;
  };
};

/** One field for everything: what is typed finds it, the arrows move, Enter picks. */
export function Palette<I extends PaletteItem>({ open, onOpenChange, ...rest }: PaletteProps<I>) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <OverlaysInDialog>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-2 sm:pt-[12dvh]">
            <Dialog.Popup className="pop flex max-h-[min(30rem,calc(100dvh-1rem))] w-full max-w-160 flex-col overflow-hidden rounded-xl bg-raised shadow-pop outline-none">
              <Dialog.Title className="sr-only">{rest.labels.title}</Dialog.Title>
              <Content {...rest} onClose={() => onOpenChange(false)} />
            </Dialog.Popup>
          </Dialog.Viewport>
        </OverlaysInDialog>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type ContentProps<I extends PaletteItem> = Omit<PaletteProps<I>, "open" | "onOpenChange"> & {
  onClose: () => void;
};

function Content<I extends PaletteItem>({ text, onText, groups, onPick, ...rest }: ContentProps<I>) {
  const { within, onStep, onClose, busy, status, problem, labels } = rest;
  const highlighted = useRef<I | undefined>(undefined);
  // Enter pressed faster than the answer came: it means the first of what comes.
  const [early, setEarly] = useState(false);

  useEffect(() => {
    if (!early || busy) return;
    setEarly(false);
    const first = groups[0]?.items[0];
    if (first) onPick(first, false);
  }, [early, busy, groups, onPick]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const item = highlighted.current;
    const atEnd = field.selectionStart === text.length;
    if (keyPressed(event, isMac()) === "Mod+K") onClose();
    else if (event.key === "Enter" && busy && !item) setEarly(true);
    else if (event.key === "ArrowRight" && atEnd && item?.leadsOn) onStep(item);
    else if (within !== null && text === "" && ["ArrowLeft", "Backspace"].includes(event.key)) onStep(null);
    else return;
    event.preventDefault();
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={text}
      onValueChange={(next, { reason }) => {
        if (reason !== "input-change") return;
        setEarly(false);
        onText(next);
      }}
      itemToStringValue={(item) => item.label}
      autoHighlight="always"
      keepHighlight
      onItemHighlighted={(item) => {
        highlighted.current = item;
      }}
    >
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-line border-b px-4.5">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        {within !== null && (
          <span className="max-w-1/2 shrink-0 truncate rounded-sm bg-accent-soft px-1.5 font-medium text-accent">
            {within}
          </span>
        )}
        <Autocomplete.Input
          aria-label={labels.field}
          placeholder={labels.placeholder}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          className="h-full min-w-0 flex-1 bg-transparent text-md outline-none pointer-coarse:text-lg"
        />
        {busy && <LoaderCircle aria-hidden className="fade-in-late size-4 shrink-0 text-ink-3" />}
      </div>
      <Autocomplete.Status
        className={clsx(
          groups.length > 0 && !problem && "sr-only",
          groups.length === 0 ? "text-balance px-10 py-8 text-center" : "px-4.5 pt-3",
          "text-ink-2",
        )}
      >
        {status}
      </Autocomplete.Status>
      <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 data-empty:hidden">
        {(group: PaletteGroup<I>) => (
          <Autocomplete.Group key={group.id} items={group.items} className="not-last:mb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 pt-1 pb-1 text-2xs text-ink-3">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: I) => (
                <PaletteRow
                  key={item.id}
                  item={item}
                  onClick={(event) => onPick(item, event.ctrlKey || event.metaKey)}
                />
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Hints labels={labels} inside={within !== null} />
    </Autocomplete.Root>
  );
}

function Hints({ labels, inside }: Pick<PaletteProps<PaletteItem>, "labels"> & { inside: boolean }) {
  const hints = [
    { keys: ["ArrowUp", "ArrowDown"], words: labels.move },
    { keys: ["Enter"], words: labels.pick },
    inside ? { keys: ["ArrowLeft"], words: labels.back } : { keys: ["ArrowRight"], words: labels.more },
    { keys: ["Escape"], words: labels.close },
  ];
  return (
    <div
      aria-hidden
      className="flex h-9 shrink-0 items-center gap-4 border-line border-t bg-sunken px-4.5 text-2xs text-ink-3 pointer-coarse:hidden"
    >
      {hints.map(({ keys, words }) => (
        <span key={words} className="flex items-center gap-1.5">
          <KeyCaps keys={keys} />
          {words}
        </span>
      ))}
    </div>
  );
}
