import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type Crumb = { label: string; href?: string };

type TopbarProps = { label: string; breadcrumbs: readonly Crumb[]; children?: ReactNode };

/** The place, and what belongs at the right. */
export function Topbar({ label, breadcrumbs, children }: TopbarProps) {
  const last = breadcrumbs.length - 1;
  return (
    <div className="flex min-w-0 flex-1 items-center justify-between gap-4">
      <nav aria-label={label} className="min-w-0">
        <ol className="flex min-w-0 items-center gap-2">
          {breadcrumbs.map(({ label, href }, index) => (
            <li
              key={href ?? label}
              className={index === last ? "truncate" : "flex shrink-0 gap-2 text-ink-2 max-sm:hidden"}
            >
              {href && index !== last ? (
                <Link href={href} className="rounded-sm hover:text-ink">
                  {label}
                </Link>
              ) : (
                <span aria-current={index === last ? "page" : undefined}>{label}</span>
              )}
              {index !== last && (
                <span aria-hidden className="text-ink-3">
                  /
                </span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div className="flex shrink-0 items-center gap-2 pr-2">{children}</div>
    </div>
  );
}
