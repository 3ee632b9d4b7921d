import type { ComponentProps } from "react";

/** Something that scrolls by itself: it has a name, and takes focus so that the keyboard scrolls it, too. */
export function ScrollRegion(props: Omit<ComponentProps<"section">, "tabIndex"> & { "aria-label": string }) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
  return <section {...props} tabIndex={0} />;
}
