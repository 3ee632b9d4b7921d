import clsx from "clsx";
import type { ReactNode } from "react";

export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd
      className={clsx(
        "inline-flex min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-2xs/4 text-ink-2",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
