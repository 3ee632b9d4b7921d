import clsx from "clsx";
import { RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type LiveStatus = "live" | "catching-up" | "stale";

const tones: Record<LiveStatus, string> = {
  live: "text-ready",
  "catching-up": "text-ink-2",
  stale: "text-warn",
};

/** Whether what is on the screen is what is true. `label`: "Live", "Catching up", "Stale since 14:02:10". */
export function LiveDot({ status, label }: { status: LiveStatus; label: ReactNode }) {
  return (
    <span
      role="status"
      className={clsx(
        "num inline-flex items-center gap-1.5 whitespace-nowrap font-medium",
        tones[status],
        // A moment of catching up, as at every first paint, is not worth a word.
        status === "catching-up" && "animate-[appear_0s_600ms_backwards]",
      )}
    >
      {status === "live" && (
        <span aria-hidden className="relative grid size-2 place-items-center">
          <span className="absolute size-3 rounded-full bg-current opacity-25" />
          <span className="size-1.5 rounded-full bg-current" />
        </span>
      )}
      {status === "catching-up" && (
        <RefreshCw aria-hidden className="size-3 animate-[spin_1.6s_linear_infinite]" />
      )}
      {status === "stale" && <TriangleAlert aria-hidden className="size-3.5" />}
      {label}
    </span>
  );
}
