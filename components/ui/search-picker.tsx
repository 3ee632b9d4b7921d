"use client";

import { Combobox } from "@base-ui/react/combobox";
import clsx from "clsx";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useFieldAria } from "./field";
import { controlStyle } from "./field-style";
import { useOverlayPlace } from "./overlay-place";

export type PickerItem = { id: string; label: string; detail?: string };

type SearchPickerProps = {
  /** Finds the first few that match; with an empty text, the first few of all. */
  search: (text: string) => Promise<readonly PickerItem[]>;
  onPick: (item: PickerItem) => void;
  placeholder?: string;
  /** Needed outside a Field, where no label names it. */
  label?: string;
  /** Said where nothing is found. */
  none: string;
};

const pauseMs = 150;

/** Picks one after the other of many by typing: they are found elsewhere, a few at a time. */
export function SearchPicker({ search, onPick, placeholder, label, none }: SearchPickerProps) {
  const t = useTranslations("ui.picker");
  const aria = useFieldAria();
  const place = useOverlayPlace();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly PickerItem[] | "searching" | "failed">("searching");
  const items = typeof found === "string" ? [] : found;
  const asked = text.trim();
  const latest = useRef(search);

  useEffect(() => {
    latest.current = search;
  }, [search]);

  useEffect(() => {
    if (!open) return;
    let stale = false;
    const timer = setTimeout(
      async () => {
        const next = await latest.current(asked).catch(() => "failed" as const);
        if (!stale) setFound(next);
      },
      asked === "" ? 0 : pauseMs,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked, open]);

  function pick(item: PickerItem | null) {
    if (!item) return;
    setText("");
    onPick(item);
  }

  return (
    <Combobox.Root
      items={items}
      filter={null}
      value={null}
      autoHighlight
      inputValue={text}
      onInputValueChange={(value, { reason }) => {
        if (reason === "input-change") setText(value);
      }}
      onValueChange={pick}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setFound("searching");
      }}
      itemToStringLabel={(item: PickerItem) => item.label}
    >
      <span className="relative block">
        <Search aria-hidden className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3" />
        <Combobox.Input
          {...aria}
          {...(label && { "aria-label": label })}
          {...(placeholder && { placeholder })}
          autoComplete="off"
          spellCheck={false}
          className={clsx(controlStyle, "h-8 pl-8 pointer-coarse:h-10")}
        />
      </span>
      <Combobox.Portal container={place}>
        <Combobox.Positioner sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup className="pop max-h-[min(var(--available-height),20rem)] w-(--anchor-width) min-w-60 overflow-y-auto overscroll-contain rounded-lg bg-raised p-1 shadow-pop outline-none">
            <Combobox.Status className="px-2 text-ink-2 empty:hidden *:block *:py-1">
              {found === "searching" && <span>{t("searching")}</span>}
              {found === "failed" && <span className="text-danger">{t("failed")}</span>}
              {typeof found !== "string" && found.length === 0 && <span>{none}</span>}
            </Combobox.Status>
            <Combobox.List>
              {(item: PickerItem) => (
                <Combobox.Item
                  key={item.id}
                  value={item}
                  className="flex cursor-default select-none items-baseline gap-2 rounded-md px-2 py-1 outline-none data-highlighted:bg-chip pointer-coarse:py-2.5"
                >
                  <span className="min-w-0 truncate" dir="auto">
                    {item.label}
                  </span>
                  {item.detail && (
                    <span className="ml-auto min-w-0 max-w-1/2 shrink-0 truncate text-ink-2 text-xs">
                      {item.detail}
                    </span>
                  )}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
