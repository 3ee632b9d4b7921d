"use client";

import type { ComponentProps } from "react";
import { DraftText } from "./draft-text";
import { shownLocal } from "./local-time";

type Props = Omit<ComponentProps<typeof DraftText>, "name" | "unit" | "input"> & {
  name: "publishAt" | "escalateAt" | "by";
};

/** A date and time of a draft, in the reader's zone. */
export function DraftMoment({ form, name, ...field }: Props) {
  const value = shownLocal(form.draft[name], form.timeZone);
  return (
    <DraftText
      form={form}
      name={name}
      {...field}
      input={{ type: "datetime-local", className: "num", value }}
    />
  );
}
