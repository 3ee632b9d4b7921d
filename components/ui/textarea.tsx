"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { useFieldAria } from "./field";
import { controlStyle } from "./field-style";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldAria()}
      {...rest}
      rows={rows}
      className={clsx(controlStyle, "resize-y py-1.5", className)}
    />
  );
}
