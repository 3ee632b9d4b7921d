import type { ReactNode } from "react";

type Option<V extends string> = { value: V; label: ReactNode; description?: ReactNode };

type RadioGroupProps<V extends string> = {
  label: ReactNode;
  name: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
};

/** One of a few, each with a line that says what it means. */
export function RadioGroup<V extends string>({ label, name, value, options, onChange }: RadioGroupProps<V>) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2.5">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            {option.label}
            {option.description && <span className="block text-ink-2 text-xs">{option.description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
