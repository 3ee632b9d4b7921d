import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A panel with an edge. `flush` leaves the padding to the content: tables, stat strips. */
export function Card({ flush = false, className, ...rest }: ComponentProps<"section"> & { flush?: boolean }) {
  return (
    <section
      {...rest}
      className={clsx(
        "min-w-0 rounded-lg border border-line bg-panel shadow-card",
        flush ? "overflow-hidden" : "p-4.5",
        className,
      )}
    />
  );
}

type CardHeaderProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function CardHeader({ title, subtitle, icon, actions, className }: CardHeaderProps) {
  return (
    <header
      className={clsx("flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-2", className)}
    >
      <div className="flex min-w-0 items-center gap-2">
        {icon}
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <h2 className="font-semibold">{title}</h2>
          {subtitle && <p className="num text-ink-2">{subtitle}</p>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
