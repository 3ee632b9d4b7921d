"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { type ComboboxItem, ComboboxPopup } from "./combobox-popup";
import { useFieldAria } from "./field";
import { controlStyle } from "./field-style";

type Shared = { items: readonly ComboboxItem[]; searchLabel: string; noMatch: string; disabled?: boolean };

type ComboboxProps = Shared & {
  value: string;
  onChange: (value: string) => void;
  /** Said while none is chosen. */
  placeholder?: string;
};

/** One of many, found by typing a part of it. */
export function Combobox({ placeholder = "", ...one }: ComboboxProps) {
  const { label } = chosenIn(one);
  return (
    <OneRoot {...one}>
      <Trigger quiet={label === ""}>{label || placeholder}</Trigger>
    </OneRoot>
  );
}

type OneProps = Omit<ComboboxProps, "placeholder">;

/** The same with a trigger of the caller's own. */
export function OneRoot({ children, ...one }: OneProps & { children: ReactNode }) {
  const { items, value, onChange, disabled = false, ...popup } = one;
  return (
    <Base.Root
      autoHighlight
      items={items}
      value={chosenIn({ items, value })}
      isItemEqualToValue={same}
      onValueChange={(next: ComboboxItem | null) => next && onChange(next.value)}
      disabled={disabled}
    >
      {children}
      <ComboboxPopup {...popup} />
    </Base.Root>
  );
}

const chosenIn = ({ items, value }: Pick<OneProps, "items" | "value">): ComboboxItem =>
  items.find((item) => item.value === value) ?? { value, label: value };

type ManyProps = Shared & { values: readonly string[]; onChange: (values: string[]) => void };

type ComboboxManyProps = ManyProps & {
  /** Said while none is chosen. */
  none: string;
};

/** Some of many. */
export function ComboboxMany({ none, ...many }: ComboboxManyProps) {
  const names = chosenOf(many).map(({ label }) => label);
  return (
    <ManyRoot {...many}>
      <Trigger quiet={names.length === 0}>{names.join(", ") || none}</Trigger>
    </ManyRoot>
  );
}

const searchedFrom = 9;

/** The same with a trigger of the caller's own. */
export function ManyRoot({ children, ...many }: ManyProps & { children: ReactNode }) {
  const { items, onChange, searchLabel, noMatch, disabled = false } = many;
  const chosen = chosenOf(many);
  const offered = [...items, ...chosen.filter(({ value }) => !items.some((item) => item.value === value))];
  return (
    <Base.Root
      multiple
      autoHighlight
      items={offered}
      value={chosen}
      isItemEqualToValue={same}
      onValueChange={(next: ComboboxItem[]) => onChange(next.map(({ value }) => value))}
      onInputValueChange={(_, details) => {
        // Several may be chosen of one search.
        if (details.reason === "input-clear" || details.reason === "item-press") details.cancel();
      }}
      disabled={disabled}
    >
      {children}
      <ComboboxPopup many few={offered.length < searchedFrom} searchLabel={searchLabel} noMatch={noMatch} />
    </Base.Root>
  );
}

/** What is chosen; a value that is not offered (nobody has it any more) goes by itself. */
export function chosenOf({ items, values }: Pick<ManyProps, "items" | "values">): ComboboxItem[] {
  return values.map((value) => items.find((item) => item.value === value) ?? { value, label: value });
}

export const ComboboxTrigger = Base.Trigger;

function Trigger({ quiet = false, children }: { quiet?: boolean; children: ReactNode }) {
  return (
    <Base.Trigger
      {...useFieldAria()}
      className={clsx(
        controlStyle,
        "flex h-8 items-center justify-between gap-2 text-left pointer-coarse:h-10",
      )}
    >
      <span className={clsx("truncate", quiet && "text-ink-3")}>{children}</span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </Base.Trigger>
  );
}

const same = (a: ComboboxItem, b: ComboboxItem) => a.value === b.value;
