import clsx from "clsx";
import type { ReactNode } from "react";
import { Link } from "./link";

export type Tab = { href: string; label: ReactNode; current: boolean; count?: ReactNode };

/** Tabs that are addresses: Back works, a link opens the same one. */
export function TabsNav({ items, label }: { items: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b">
      <ul className="flex gap-5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.current ? "page" : undefined}
              className={clsx(
                "-mb-px flex items-center gap-1.5 whitespace-nowrap border-b-2 pt-2 pb-2.5 rounded-t-sm px-1 -mx-1 transition-colors focus-visible:-outline-offset-2",
                item.current
                  ? "border-ink font-medium text-ink"
                  : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink",
              )}
            >
              {item.label}
              {item.count !== undefined && <span className="num text-ink-3">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
