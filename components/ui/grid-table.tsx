import clsx from "clsx";
import type { ComponentProps } from "react";

/** A table whose rows take focus and open. */
export function GridTable({ className, ...rest }: ComponentProps<"table">) {
  return (
    <table
      {...rest}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on native cells, as in ARIA in HTML.
      role="grid"
      className={clsx("w-full table-fixed border-separate border-spacing-0 text-left", className)}
    />
  );
}
