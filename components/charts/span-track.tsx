"use client";

import clsx from "clsx";
import { type PointerEvent, type ReactNode, useRef } from "react";

/** A stretch of time, drawn as a bar. */
export type Mark = {
  key: string;
  fromMs: number;
  toMs: number;
  className: string;
  /** In hundredths of the track's height. */
  top: number;
  height: number;
  /** Inside the bar, where there is room. */
  content?: ReactNode;
};

export type Track = { id: string; label: string; heightPx: number; marks: readonly Mark[] };

export type TimeRange = { fromMs: number; toMs: number };

type SpanTrackProps = {
  track: Track;
  range: TimeRange;
  /** The mark that is spoken of. */
  current: string | null;
  /** Where the arrow keys stand. */
  stop: string | null;
  sentence: (key: string) => string;
  onStop: (key: string | null) => void;
  onPoint: (key: string | null) => void;
};

// As near as this a pointer means a mark that is too small to be met.
const reachPx = 4;

/** One row of bars on a time axis. It is read as a slider whose steps are the bars: arrow keys go from one to the next. */
export function SpanTrack({ track, range, current, stop, sentence, onStop, onPoint }: SpanTrackProps) {
  const input = useRef<HTMLInputElement>(null);
  const { marks, label, heightPx } = track;
  const lengthMs = range.toMs - range.fromMs;
  const last = marks.length - 1;
  const found = marks.findIndex(({ key }) => key === stop);
  const index = found === -1 ? last : found;
  const at = marks[index];

  function pointed(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const msPerPx = lengthMs / box.width;
    const ms = range.fromMs + (event.clientX - box.left) * msPerPx;
    return nearest(marks, ms, reachPx * msPerPx, (100 * (event.clientY - box.top)) / box.height);
  }

  return (
    <div
      className="relative rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
      style={{ height: heightPx }}
      onPointerMove={(event) => onPoint(pointed(event))}
      onPointerLeave={() => onPoint(null)}
      onPointerDown={(event) => {
        const key = pointed(event);
        if (key === null) return;
        event.preventDefault();
        onStop(key);
        input.current?.focus({ preventScroll: true });
      }}
    >
      {marks.map((mark) => (
        <span
          key={mark.key}
          aria-hidden
          className={clsx(
            "absolute flex min-w-0.5 items-center overflow-hidden rounded-[1px]",
            mark.className,
            mark.key === current && "z-1 outline-2 outline-ink outline-offset-1",
          )}
          style={{
            left: `${(100 * (mark.fromMs - range.fromMs)) / lengthMs}%`,
            width: `${(100 * (mark.toMs - mark.fromMs)) / lengthMs}%`,
            top: `${mark.top}%`,
            height: `${mark.height}%`,
          }}
        >
          {mark.content}
        </span>
      ))}
      {at && (
        <input
          ref={input}
          type="range"
          aria-label={label}
          aria-valuetext={sentence(at.key)}
          min={0}
          max={last}
          step={1}
          value={index}
          onChange={(event) => onStop(marks[Number(event.target.value)]?.key ?? null)}
          onFocus={() => onStop(at.key)}
          onBlur={() => onStop(null)}
          className="pointer-events-none absolute inset-0 m-0 opacity-0"
        />
      )}
    </div>
  );
}

/** The mark under a point of time and height, else the nearest in reach. */
function nearest(marks: readonly Mark[], ms: number, reachMs: number, height: number): string | null {
  let best: { key: string; off: number } | null = null;
  for (const mark of marks) {
    const beside = Math.max(mark.fromMs - ms, ms - mark.toMs, 0);
    if (beside > reachMs) continue;
    const above = Math.max(mark.top - height, height - mark.top - mark.height, 0);
    // Time counts before height: bars that are low are met from above.
    const off = beside / reachMs + above / 1000;
    if (!best || off < best.off) best = { key: mark.key, off };
  }
  return best?.key ?? null;
}
