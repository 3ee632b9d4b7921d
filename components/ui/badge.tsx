import clsx from "clsx";
import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "warn" | "danger" | "accent" | "ready";

const tones: Record<BadgeTone, string> = {
  neutral: "bg-chip text-ink-2",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
  accent: "bg-accent-soft text-accent",
  ready: "bg-ready-soft text-ready",
};

export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-2xs/4.5 font-medium",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
