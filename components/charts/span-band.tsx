"use client";

import clsx from "clsx";
import { type ReactNode, useState } from "react";
import { SpanTrack, type TimeRange, type Track } from "./span-track";

type SpanBandProps = {
  label: string;
  range: TimeRange;
  ticks: readonly Tick[];
  /** Where the present is; null outside of the range. */
  nowMs: number | null;
  tracks: readonly Track[];
  sentence: (trackId: string, key: string) => string;
  /** Before a mark: the icon of what it is. */
  icon: (trackId: string, key: string) => ReactNode;
  hint: string;
};

/** A moment of the axis: a line, and what stands over it, if anything. Where it is narrow, spare labels are left out. */
export type Tick = { atMs: number; label: string | null; spare?: boolean };

type Place = { track: string; key: string };

/** Rows of bars over one time axis, and under them in words what somebody points at. */
export function SpanBand({ label, range, ticks, nowMs, tracks, sentence, icon, hint }: SpanBandProps) {
  const [pointed, setPointed] = useState<Place | null>(null);
  const [stops, setStops] = useState<Readonly<Record<string, string>>>({});
  const [focused, setFocused] = useState<string | null>(null);
  const known = (place: Place | null) =>
    place && tracks.some(({ id, marks }) => id === place.track && marks.some(({ key }) => key === place.key))
      ? place
      : null;
  const stop = focused === null ? undefined : stops[focused];
  const spoken =
    known(pointed) ?? known(focused !== null && stop !== undefined ? { track: focused, key: stop } : null);
  const place = (atMs: number) => `${(100 * (atMs - range.fromMs)) / (range.toMs - range.fromMs)}%`;

  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{label}</legend>
      <div className="grid grid-cols-1 sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-x-3">
        <ul aria-hidden className="flex flex-col gap-2.5 pt-5.5 max-sm:hidden">
          {tracks.map((track) => (
            <li
              key={track.id}
              className="flex items-center text-ink-2 text-xs"
              style={{ height: track.heightPx }}
            >
              {track.label}
            </li>
          ))}
        </ul>
        <div className="relative flex flex-col gap-2.5 pt-5.5">
          <Axis ticks={ticks} range={range} place={place} />
          {tracks.map((track) => (
            <SpanTrack
              key={track.id}
              track={track}
              range={range}
              current={spoken?.track === track.id ? spoken.key : null}
              stop={stops[track.id] ?? null}
              sentence={(key) => sentence(track.id, key)}
              onPoint={(key) => setPointed(key === null ? null : { track: track.id, key })}
              onStop={(key) => {
                setFocused(key === null ? null : track.id);
                if (key !== null) setStops((before) => ({ ...before, [track.id]: key }));
              }}
            />
          ))}
          {nowMs !== null && (
            <span
              aria-hidden
              className="pointer-events-none absolute top-4 bottom-0 z-1 w-px bg-accent"
              style={{ left: place(nowMs) }}
            />
          )}
        </div>
      </div>
      <p className="num mt-3 flex min-h-13 items-start gap-2 rounded-md bg-sunken px-3 py-1.5 [overflow-wrap:anywhere] sm:min-h-8">
        {spoken ? (
          <>
            <span className="grid h-5 shrink-0 place-items-center">{icon(spoken.track, spoken.key)}</span>
            <span>{sentence(spoken.track, spoken.key)}</span>
          </>
        ) : (
          <span className="text-ink-2">{hint}</span>
        )}
      </p>
    </fieldset>
  );
}

type AxisProps = Pick<SpanBandProps, "ticks" | "range"> & { place: (atMs: number) => string };

function Axis({ ticks, range, place }: AxisProps) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      {ticks
        .filter(({ atMs }) => atMs >= range.fromMs && atMs <= range.toMs)
        .map(({ atMs, label, spare }) => (
          <span
            key={atMs}
            className={clsx("absolute top-4.5 bottom-0 w-px", label === null ? "bg-line/60" : "bg-line")}
            style={{ left: place(atMs) }}
          >
            <span
              className={clsx(
                "num absolute bottom-full mb-0.5 whitespace-nowrap text-2xs text-ink-3",
                spare && "max-sm:hidden",
                // Those at the ends stay over the band.
                atMs === range.toMs ? "right-0" : atMs > range.fromMs && "-translate-x-1/2",
              )}
            >
              {label}
            </span>
          </span>
        ))}
    </div>
  );
}
