import clsx from "clsx";
import type { ReactNode } from "react";

/** Addresses, ids and tokens: read letter by letter. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return <code className={clsx("font-mono text-[0.92em]", className)}>{children}</code>;
}
