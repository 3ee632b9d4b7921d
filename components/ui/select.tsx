"use client";

import { Select as Base } from "@base-ui/react/select";
import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useFieldAria } from "./field";
import { controlStyle } from "./field-style";
import { useOverlayPlace } from "./overlay-place";

export type SelectItem<V extends string> = { value: V; label: ReactNode; disabled?: boolean };

type SelectProps<V extends string> = {
  items: readonly SelectItem<V>[];
  name?: string;
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
  placeholder?: string;
  /** Needed outside a Field, where no label names it. */
  label?: string;
  disabled?: boolean;
  className?: string;
};

export function Select<V extends string>({
  items,
  onChange,
  placeholder,
  label,
  className,
  ...root
}: SelectProps<V>) {
  const aria = useFieldAria();

  return (
    <Base.Root
      {...root}
      items={items}
      onValueChange={(value) => {
        if (value !== null) onChange?.(value);
      }}
    >
      <Base.Trigger
        {...aria}
        {...(label && { "aria-label": label })}
        className={clsx(
          controlStyle,
          "flex h-8 items-center justify-between gap-2 text-left data-placeholder:text-ink-3 pointer-coarse:h-10",
          className,
        )}
      >
        <span className="truncate">
          <Base.Value {...(placeholder && { placeholder })} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Base.Trigger>
      <Base.Portal container={useOverlayPlace()}>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="pop max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg bg-raised p-1 shadow-pop outline-none">
            {items.map((item) => (
              <Base.Item
                key={item.value}
                value={item.value}
                {...(item.disabled && { disabled: true })}
                className="flex cursor-default select-none items-center gap-2 rounded-md py-1 pr-3 pl-2 outline-none data-disabled:text-ink-3 data-highlighted:bg-chip pointer-coarse:py-2.5"
              >
                <Base.ItemIndicator keepMounted className="text-accent opacity-0 data-selected:opacity-100">
                  <Check aria-hidden className="size-3.5" />
                </Base.ItemIndicator>
                <Base.ItemText>{item.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
