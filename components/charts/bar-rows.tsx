"use client";

import clsx from "clsx";

export type BarRow = {
  key: string;
  label: string;
  /** One for each measure: as it is written, and how much of the largest it is, from 0 to 1. */
  figures: readonly { text: string; share: number }[];
  /** The figures to the last digit. */
  title: string;
  pick: { label: string; run: () => void } | null;
};

type BarRowsProps = {
  /** What is measured, with its colour. */
  measures: readonly { label: string; color: string }[];
  rows: readonly BarRow[];
  heightPx: number;
};

/** Rows of bars, one beside the other for each measure: in two columns where there is room for them. */
export function BarRows({ measures, rows, heightPx }: BarRowsProps) {
  return (
    <div className="@container">
      <ul
        className={clsx(
          "grid auto-rows-[1.5rem] content-start gap-x-8 overflow-y-auto p-0.5",
          rows.length > 7 && "@2xl:grid-flow-col @2xl:auto-cols-fr @2xl:grid-rows-[repeat(7,1.5rem)]",
        )}
        style={{ height: heightPx }}
      >
        {rows.map(({ key, pick, title, ...shown }) => (
          <li key={key} title={title} className="min-w-0">
            {pick ? (
              <button
                type="button"
                onClick={pick.run}
                className="h-6 w-full rounded-sm text-left hover:bg-hover"
              >
                <Bars {...shown} measures={measures} />
                <span className="sr-only">. {pick.label}</span>
              </button>
            ) : (
              <Bars {...shown} measures={measures} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bars({
  label,
  figures,
  measures,
}: Pick<BarRow, "label" | "figures"> & Pick<BarRowsProps, "measures">) {
  return (
    <span className="grid h-6 grid-cols-[minmax(0,9rem)_1fr_1fr] items-center gap-3 px-1 text-xs">
      <span className="truncate">{label}</span>
      {figures.map(({ text, share }, at) => (
        <span key={measures[at]?.label} className="flex min-w-0 items-center gap-1.5">
          <span className="h-2.5 min-w-0 flex-1">
            <span
              className="block h-full min-w-0.5 rounded-[1px]"
              style={{ width: `${100 * share}%`, background: measures[at]?.color }}
            />
          </span>
          <span className="num w-14 shrink-0 text-right text-ink-2">
            {text}
            <span className="sr-only"> {measures[at]?.label}</span>
          </span>
        </span>
      ))}
    </span>
  );
}
