import clsx from "clsx";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** What the list is for and the first step; also "nothing matches" with a way to widen. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={clsx("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon && (
        <span
          aria-hidden
          className="mb-3 grid size-10 place-items-center rounded-lg border border-line bg-sunken text-ink-3 [&_svg]:size-4.5"
        >
          {icon}
        </span>
      )}
      <p className="font-semibold text-md">{title}</p>
      {children && <div className="mt-1 max-w-md text-balance text-ink-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
