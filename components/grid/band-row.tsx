import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import type { Band } from "./row-source";

type BandRowProps = { band: Band; index: number; span: number; tabStop: boolean };

/** A heading among the rows. Enter folds what it stands for, as its button does. */
export function BandRow({ band, index, span, tabStop }: BandRowProps) {
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={tabStop ? 0 : -1}
      className="h-(--row) focus-visible:bg-accent-soft focus-visible:-outline-offset-2"
    >
      <th
        scope="rowgroup"
        colSpan={span}
        className="h-(--row) border-line border-b bg-sunken px-2 py-0 text-left font-normal"
      >
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={band.open}
          onClick={band.onToggle}
          className="sticky left-2 flex max-w-full items-center gap-1.5 rounded-sm px-1 text-left"
        >
          <ChevronRight
            aria-hidden
            className={clsx("size-3.5 shrink-0 text-ink-2 transition-transform", band.open && "rotate-90")}
          />
          {band.content}
        </button>
      </th>
    </tr>
  );
}
