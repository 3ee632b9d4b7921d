"use client";

import clsx from "clsx";
import { createContext, type ReactNode, useContext, useId } from "react";

type FieldAria = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; "aria-required"?: true };

const FieldContext = createContext<FieldAria | null>(null);

/** What a control inside a Field spreads on its element; nothing outside of one. */
export function useFieldAria() {
  return useContext(FieldContext) ?? {};
}

type FieldProps = {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  /** Said beside the label, "optional" for instance. */
  hint?: ReactNode;
  required?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, description and error, wired for assistive technology from the first paint. */
export function Field({ label, description, error, hint, required, className, children }: FieldProps) {
  const id = useId();
  const described = [description ? `${id}-description` : null, error ? `${id}-error` : null].filter(
    (part) => part !== null,
  );
  const aria: FieldAria = {
    id,
    ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
    ...(error ? { "aria-invalid": true } : {}),
    ...(required && { "aria-required": true }),
  };

  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && <span className="text-ink-3 text-xs">{hint}</span>}
      </div>
      <FieldContext value={aria}>{children}</FieldContext>
      {error && (
        <p id={`${id}-error`} className="text-danger text-xs">
          {error}
        </p>
      )}
      {description && (
        <p id={`${id}-description`} className="text-ink-3 text-xs">
          {description}
        </p>
      )}
    </div>
  );
}
