"use client";

import { useId } from "react";

type Choice<V extends string> = { value: V; label: string; text: string };

type ChoiceCardsProps<V extends string> = {
  label: string;
  name: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
};

/** One of a few, each with a sentence of what it means. */
export function ChoiceCards<V extends string>({
  label,
  name,
  value,
  onChange,
  choices,
}: ChoiceCardsProps<V>) {
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="grid overflow-hidden rounded-lg border border-line-field sm:auto-cols-fr sm:grid-flow-col">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="relative px-3 py-2 has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_2px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-accent not-has-checked:hover:bg-hover"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              aria-describedby={`${id}-${choice.value}`}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span className="block font-medium">{choice.label}</span>
            <span id={`${id}-${choice.value}`} aria-hidden className="block text-ink-2 text-xs">
              {choice.text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
