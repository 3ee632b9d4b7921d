"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { useFieldAria } from "./field";
import { controlStyle } from "./field-style";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      {...useFieldAria()}
      {...rest}
      className={clsx(controlStyle, "h-8 pointer-coarse:h-10", className)}
    />
  );
}
