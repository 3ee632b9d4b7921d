"use client";

import { useId } from "react";
import { useLocale } from "use-intl";

type Segment<V extends string> = { value: V; label: string; count?: number };

type SegmentsProps<V extends string> = {
  label: string;
  value: V;
  items: readonly Segment<V>[];
  onChange: (value: V) => void;
};

/** Which part of a list is shown, each with how many there are; or which of a few views of the same. */
export function Segments<V extends string>({ label, value, items, onChange }: SegmentsProps<V>) {
  const name = useId();
  const locale = useLocale();
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1.5">
      <legend className="sr-only">{label}</legend>
      {items.map((item) => (
        <label
          key={item.value}
          className="relative inline-flex h-7 items-center gap-1.5 rounded-full border border-line-strong bg-raised px-2.5 text-xs not-has-checked:hover:bg-chip has-checked:border-accent/40 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 pointer-coarse:h-9"
        >
          <input
            type="radio"
            name={name}
            value={item.value}
            checked={item.value === value}
            onChange={() => onChange(item.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          <span className="font-medium">{item.label}</span>
          {item.count !== undefined && (
            <span className="num text-ink-2">{item.count.toLocaleString(locale)}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
