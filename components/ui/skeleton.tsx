import clsx from "clsx";

/** Holds the place of what comes; give it that size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx("block h-3 animate-pulse rounded-sm bg-chip", className)} />;
}
