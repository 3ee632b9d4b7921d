import { useSyncExternalStore } from "react";

const query = "(min-width: 768px)";

function subscribe(listener: () => void) {
  const media = matchMedia(query);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

export const isWide = () => matchMedia(query).matches;

/** Whether the window has room for two things side by side. */
export const useWideWindow = () => useSyncExternalStore(subscribe, isWide, () => false);
