"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

type SwitchProps = {
  label: ReactNode;
  /** What it means as it stands, in figures. */
  description?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** On or off, with its name and its consequence beside it. */
export function Switch({ label, description, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Base.Root
        id={id}
        nativeButton
        render={<button type="button" />}
        checked={checked}
        onCheckedChange={onChange}
        {...(description && { "aria-describedby": `${id}-description` })}
        className="mt-px flex h-4.5 w-8 shrink-0 rounded-full border border-line-field bg-sunken p-0.5 transition-colors duration-150 data-checked:border-accent data-checked:bg-accent pointer-coarse:mt-0.5"
      >
        <Base.Thumb className="size-3 rounded-full bg-ink-3 transition-[translate,background-color] duration-150 data-checked:translate-x-3.5 data-checked:bg-accent-ink" />
      </Base.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {description && (
          <p id={`${id}-description`} className="text-ink-2 text-xs">
            {description}
          </p>
        )}
      </div>
    </div>
  );
}
