import { useEffect, useRef } from "react";

/** Moves the focus to a screen's heading when the screen replaces another: what had it is gone. */
export function useArrivalFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return { ref: heading, tabIndex: -1 };
}
