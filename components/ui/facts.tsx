import clsx from "clsx";
import { Fragment, type ReactNode } from "react";

export type FactItem = { label: ReactNode; value: ReactNode };

/** Labels in a column of their own, values beside them; under them where it is narrow. */
export function Facts({ items, className }: { items: readonly FactItem[]; className?: string }) {
  return (
    <dl
      className={clsx(
        "grid grid-cols-1 gap-x-5 gap-y-2 sm:grid-cols-[minmax(6.5rem,max-content)_1fr]",
        className,
      )}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is written out by the page and never reordered.
        <Fragment key={index}>
          <dt className="text-ink-2 not-first:max-sm:mt-1.5">{item.label}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5 font-medium [overflow-wrap:anywhere]">
            {item.value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The quieter part of a value: "5 h 12 min ago". */
export function FactNote({ children }: { children: ReactNode }) {
  return <span className="num font-normal text-ink-2">{children}</span>;
}
