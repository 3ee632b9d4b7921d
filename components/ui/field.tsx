"use client";

import clsx from "clsx";
import { createContext, type ReactNode, useContext, useId } from "react";

type FieldAria = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; "aria-required"?: true };

const FieldContext = createContext<FieldAria | null>(null);

/** What a control inside a Field spreads on its element; nothing outside of one. */
export function useFieldAria() {
  return useContext(FieldContext) ?? {};
}

type FieldParts = {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  /** Said beside the label, "optional" for instance. */
  hint?: ReactNode;
  required?: boolean;
  className?: string;
  children: ReactNode;
};

/** Ids and states that tie a control to its texts from the first paint. */
function useWiring({ description, error, required }: Pick<FieldParts, "description" | "error" | "required">) {
  const id = useId();
  const described = [description ? `${id}-description` : null, error ? `${id}-error` : null].filter(
    (part) => part !== null,
  );
  return {
    id,
    ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
    ...(error ? { "aria-invalid": true as const } : {}),
    ...(required && { "aria-required": true as const }),
  };
}

const errorStyle = "text-danger text-xs";

/** Label, control, description and error, wired for assistive technology from the first paint. */
export function Field({ label, hint, description, error, required, className, children }: FieldParts) {
  const aria = useWiring({ description, error, ...(required && { required }) });

  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={aria.id} className="font-medium">
          {label}
        </label>
        {hint && <span className="text-ink-3 text-xs">{hint}</span>}
      </div>
      <FieldContext value={aria}>{children}</FieldContext>
      {error && (
        <p id={`${aria.id}-error`} className={errorStyle}>
          {error}
        </p>
      )}
      {description && (
        <p id={`${aria.id}-description`} className="text-ink-3 text-xs">
          {description}
        </p>
      )}
    </div>
  );
}

type FieldRowProps = FieldParts & {
  /** Under the control: what may be entered, what it was. */
  foot?: ReactNode;
  /** Under both. */
  note?: ReactNode;
};

/** The same side by side, for a page of settings: what it is on the left, the control on the right. */
export function FieldRow(props: FieldRowProps) {
  const { label, hint, description, error, foot, note, className, children } = props;
  const aria = useWiring(props);

  return (
    <div className={clsx("grid gap-x-10 gap-y-2 sm:grid-cols-[minmax(0,1fr)_15rem]", className)}>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <label htmlFor={aria.id} className="font-medium">
            {label}
          </label>
          {hint}
        </div>
        {description && (
          <p id={`${aria.id}-description`} className="mt-0.5 max-w-[62ch] text-ink-2">
            {description}
          </p>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <FieldContext value={aria}>{children}</FieldContext>
        {error && (
          <p id={`${aria.id}-error`} className={errorStyle}>
            {error}
          </p>
        )}
        {foot && <div className="text-ink-3 text-xs">{foot}</div>}
      </div>
      <div className="flex flex-col gap-2 empty:hidden sm:col-span-2">{note}</div>
    </div>
  );
}
