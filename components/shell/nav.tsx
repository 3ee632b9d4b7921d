"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Pending } from "@/components/ui/pending";

export type NavItem = { href: string; label: string; icon?: ReactNode; count?: ReactNode };
export type NavSection = { label?: string; items: readonly NavItem[] };

/** The item whose address is the longest beginning of the path. */
function currentHref(path: string, hrefs: readonly string[]) {
  const begins = (href: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));
  return hrefs
    .filter(begins)
    .reduce<string | null>((best, href) => (href.length > (best?.length ?? 0) ? href : best), null);
}

export function Nav({ label, sections }: { label: string; sections: readonly NavSection[] }) {
  const hrefs = sections.flatMap((section) => section.items.map((item) => item.href));
  const current = currentHref(usePathname(), hrefs);

  return (
    <nav aria-label={label} className="flex-1 space-y-3 overflow-y-auto px-2 pb-4">
      {sections.map((section) => (
        <div key={section.label ?? section.items[0]?.href}>
          {section.label && <p className="px-[11px] pb-1 text-2xs text-ink-3">{section.label}</p>}
          <ul className="space-y-px">
            {section.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  aria-current={item.href === current ? "page" : undefined}
                  className={clsx(
                    "flex h-7.5 items-center gap-2 rounded-md border px-2.5 transition-colors duration-100 focus-visible:-outline-offset-2 pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:text-ink-3",
                    item.href === current
                      ? "border-line bg-panel font-medium text-ink shadow-xs"
                      : "border-transparent text-ink-2 hover:bg-chip hover:text-ink",
                  )}
                >
                  {item.icon}
                  <span className="flex-1 truncate">{item.label}</span>
                  <Pending />
                  {item.count !== undefined && <span className="num text-2xs text-ink-3">{item.count}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
