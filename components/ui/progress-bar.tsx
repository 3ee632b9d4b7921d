"use client";

import { Progress } from "@base-ui/react/progress";
import type { ReactNode } from "react";

type ProgressBarProps = {
  /** How far it is, in words. */
  label: ReactNode;
  /** Between 0 and 1; null where nobody can say. */
  share: number | null;
};

export function ProgressBar({ label, share }: ProgressBarProps) {
  return (
    <Progress.Root value={share === null ? null : Math.round(share * 100)} className="flex flex-col gap-1.5">
      <Progress.Label className="num text-ink-2">{label}</Progress.Label>
      <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-chip">
        <Progress.Indicator className="h-full rounded-full bg-accent transition-[width] duration-200 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Progress.Track>
    </Progress.Root>
  );
}
