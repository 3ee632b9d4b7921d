import type { ReactNode } from "react";
import { chartHeight } from "./chart-height";

type ChartBodyProps = {
  /** The chart in a sentence, for those who do not see it. */
  summary: string;
  /** How it is to be read. */
  note: string;
  legend: ReactNode;
  children: (heightPx: number) => ReactNode;
};

const noteHeight = 20;

/** A chart, its legend beside it, and under it how it is read. */
export function ChartBody({ summary, note, legend, children }: ChartBodyProps) {
  return (
    <figure className="flex h-full gap-4 max-sm:h-auto max-sm:flex-col max-sm:gap-1">
      <figcaption className="sr-only">{summary}</figcaption>
      <div className="min-w-0 flex-1">
        {children(chartHeight - noteHeight)}
        <p
          className="truncate pl-11 text-2xs text-ink-3 leading-5 max-lg:whitespace-normal max-lg:pl-0"
          title={note}
        >
          {note}
        </p>
      </div>
      <div className="w-48 shrink-0 max-md:w-36 max-sm:w-full">{legend}</div>
    </figure>
  );
}
