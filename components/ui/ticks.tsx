import type { ReactNode } from "react";

type TicksProps = {
  label: ReactNode;
  options: readonly { value: string; label: ReactNode; ticked: boolean }[];
  onToggle: (value: string) => void;
};

/** Any of several, each on or off at once. */
export function Ticks({ label, options, onToggle }: TicksProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {options.map(({ value, label: text, ticked }) => (
        <label key={value} className="flex items-center gap-2.5">
          <input
            type="checkbox"
            checked={ticked}
            onChange={() => onToggle(value)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
