import clsx from "clsx";
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type AlertTone = "danger" | "warn" | "notice" | "ready";

const looks: Record<AlertTone, { box: string; icon: ReactNode }> = {
  danger: { box: "border-danger/25 bg-danger-soft", icon: <OctagonAlert className="text-danger" /> },
  warn: { box: "border-warn/25 bg-warn-soft", icon: <TriangleAlert className="text-warn" /> },
  notice: { box: "border-line bg-sunken", icon: <Info className="text-ink-2" /> },
  ready: { box: "border-ready/25 bg-ready-soft", icon: <CircleCheck className="text-ready" /> },
};

type AlertProps = {
  tone?: AlertTone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Announce it: for what appears after something the reader did. */
  live?: boolean;
  className?: string;
};

/** What happened, and what to do next. */
export function Alert({ tone = "danger", title, children, action, live = false, className }: AlertProps) {
  const { box, icon } = looks[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={clsx("flex items-start gap-x-3 rounded-lg border px-3.5 py-2.5", box, className)}
    >
      <span aria-hidden className="mt-0.5 [&_svg]:size-4">
        {icon}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="text-pretty font-medium">{title}</p>
          {children && <div className="text-ink-2">{children}</div>}
        </div>
        {action && <div className="flex items-center gap-2">{action}</div>}
      </div>
    </div>
  );
}
