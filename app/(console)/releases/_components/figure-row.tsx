"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useFormatter } from "use-intl";

type Props = {
  /** What the figure is called in tests and nowhere else. */
  name: string;
  count: number;
  title: string;
  tone?: string | undefined;
  onOpen: () => void;
  /** Its consequence in sentences. */
  children?: ReactNode;
};

/** A count that opens the list of whom it counts, unless that is nobody. */
export function FigureRow({ name, count, title, tone, onOpen, children }: Props) {
  const format = useFormatter();
  const content = (
    <>
      <span
        className={clsx(
          "num w-10 shrink-0 xl:w-14 text-right font-semibold text-lg",
          count === 0 ? "text-ink-3" : tone,
        )}
      >
        {format.number(count)}
      </span>
      <span className="min-w-0 text-left *:block">
        <span className="font-medium">{title}</span>
        {children}
      </span>
    </>
  );
  return (
    <li>
      {count > 0 ? (
        <button
          type="button"
          data-figure={name}
          onClick={onOpen}
          className="flex w-full items-start gap-3 rounded-sm py-2 hover:bg-hover focus-visible:-outline-offset-2"
        >
          {content}
        </button>
      ) : (
        <div data-figure={name} className="flex items-start gap-3 py-2">
          {content}
        </div>
      )}
    </li>
  );
}
