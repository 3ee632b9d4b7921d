import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  avatar?: ReactNode;
  /** Beside the title: a badge, or whether the page is live. */
  status?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, subtitle, avatar, status, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 items-center gap-2.5">
        {avatar}
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
            {status}
          </div>
          {subtitle && <p className="text-ink-2">{subtitle}</p>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
