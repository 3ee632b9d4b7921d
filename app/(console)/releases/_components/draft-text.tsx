"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Draft } from "./draft";
import type { DraftForm } from "./use-draft";

type TextKey = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

type Props = {
  form: DraftForm;
  name: TextKey;
  label: string;
  description?: ReactNode;
  hint?: string;
  required?: boolean;
  /** What the figure counts. */
  unit?: string;
  input?: ComponentProps<"input">;
};

/** One line of a draft. */
export function DraftText({ form, name, label, unit, input, ...field }: Props) {
  return (
    <Field label={label} error={form.errors[name]} {...field}>
      <span className="relative block">
        <Input
          name={name}
          value={form.draft[name]}
          onChange={(event) => form.set(name, event.target.value as Draft[TextKey])}
          autoComplete="off"
          spellCheck={false}
          {...(unit && { inputMode: "decimal" as const, className: "num pr-20" })}
          {...input}
        />
        {unit && (
          <span aria-hidden className="absolute inset-y-0 right-2.5 flex items-center text-ink-3 text-xs">
            {unit}
          </span>
        )}
      </span>
    </Field>
  );
}
