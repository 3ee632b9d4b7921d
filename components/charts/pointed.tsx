"use client";

import { type PointerEvent, type ReactNode, useState } from "react";

/** How far the axes of a chart stand in from its edges, in px. */
export const plot = { left: 44, right: 8, top: 6, bottom: 20 };

type PointedProps = {
  /** What is pointed along: the name of the slider that it is to a keyboard. */
  label: string;
  heightPx: number;
  /** Where each stop begins, from 0 to 1; the last one reaches to the end. */
  stops: readonly number[];
  at: number | null;
  sentence: (index: number) => string;
  onPoint: (index: number | null) => void;
  /** A stop was pressed, or gone to by a key. */
  onChoose?: (index: number) => void;
  /** The chart, with its plot as far in as `plot` says. */
  children: ReactNode;
};

/** Lets somebody go along a chart from stop to stop, with a pointer or by arrow keys. */
export function Pointed({ label, heightPx, stops, at, sentence, onPoint, onChoose, children }: PointedProps) {
  const [kept, setKept] = useState<number | null>(null);
  const last = stops.length - 1;
  const stop = Math.min(kept ?? last, last);

  function pointed(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - plot.left) / (box.width - plot.left - plot.right);
    return share < 0 || share > 1
      ? null
      : Math.max(
          0,
          stops.findLastIndex((begins) => begins <= share),
        );
  }

  const begins = at === null ? undefined : stops[at];
  const ends = at === null ? undefined : (stops[at + 1] ?? 1);

  return (
    <div
      className="relative rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
      style={{ height: heightPx }}
      onPointerMove={(event) => onPoint(pointed(event))}
      onPointerLeave={() => onPoint(null)}
      onPointerUp={(event) => {
        const index = event.button === 0 ? pointed(event) : null;
        if (index === null) return;
        setKept(index);
        onChoose?.(index);
      }}
    >
      <div aria-hidden className="pointer-events-none absolute" style={{ inset: insetOf(plot) }}>
        {begins !== undefined && ends !== undefined && (
          <span
            className="absolute inset-y-0 border-line-field border-l bg-hover"
            style={{ left: `${100 * begins}%`, width: `max(1px, ${100 * (ends - begins)}%)` }}
          />
        )}
      </div>
      <div aria-hidden className="num relative h-full">
        {children}
      </div>
      {last >= 0 && (
        <input
          type="range"
          aria-label={label}
          aria-valuetext={sentence(stop)}
          min={0}
          max={last}
          step={1}
          value={stop}
          onChange={(event) => {
            setKept(Number(event.target.value));
            onPoint(Number(event.target.value));
            onChoose?.(Number(event.target.value));
          }}
          onFocus={() => onPoint(stop)}
          onBlur={() => onPoint(null)}
          className="pointer-events-none absolute inset-0 m-0 opacity-0"
        />
      )}
    </div>
  );
}

const insetOf = ({ top, right, bottom, left }: typeof plot) => `${top}px ${right}px ${bottom}px ${left}px`;
