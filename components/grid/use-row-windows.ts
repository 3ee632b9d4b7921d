"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { type RowSource, windowSize } from "./row-source";

const mostKept = 50;
// Five windows are a second and more of the fastest wheel.
const ahead = 5;
const loadSize = 1000;
const againMs = 2000;

type WindowsInput<Row> = {
  /** What list this is: another one is held from scratch. */
  list: string;
  total: number;
  /** The first window, as the page came with it. Another array means that the page was made anew, and the rest is old. */
  first: readonly Row[];
  rowId: (row: Row) => string;
  /** The row as it is now; undefined for one that is not to be seen any more. */
  now?: (row: Row) => Row | undefined;
  fetchRows: (from: number, count: number, signal: AbortSignal) => Promise<readonly Row[]>;
};

type Held<Row> = {
  list: string;
  first: readonly Row[];
  windows: ReadonlyMap<number, readonly Row[]>;
  old: ReadonlySet<number>;
};

/** A list of any length, of which the windows around what is in view are held. */
export function useRowWindows<Row>(input: WindowsInput<Row>): RowSource<Row> {
  const { list, first, total, rowId, now = same, fetchRows } = input;
  const [held, setHeld] = useState<Held<Row>>(() => startOf(list, first));
  const [view, setView] = useState({ from: 0, to: 1 });
  const [failures, setFailures] = useState(0);
  const latest = useRef(fetchRows);
  useEffect(() => {
    latest.current = fetchRows;
  });

  if (held.list !== list) setHeld(startOf(list, first));
  else if (held.first !== first) {
    const windows = new Map(held.windows).set(0, first);
    setHeld({ list, first, windows, old: new Set([...windows.keys()].filter((index) => index > 0)) });
  }

  const [asked, setAsked] = useState<Run | null>(null);
  const next = useMemo(() => nextRun(held, view, total), [held, view, total]);
  // What is on its way is not asked for again because the reader has gone on meanwhile.
  const run = asked && next && asked.from <= next.from && next.from < asked.to ? asked : next;
  if (run !== asked) setAsked(run);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list made anew is asked for again, and so is one that failed.
  useEffect(() => {
    if (run === null) return;
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    latest.current(run.from * windowSize, (run.to - run.from) * windowSize, stop.signal).then(
      (rows) => {
        if (!stop.signal.aborted) setHeld((before) => withRun(before, run, rows));
      },
      () => {
        if (!stop.signal.aborted) again = setTimeout(() => setFailures((count) => count + 1), againMs);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(again);
    };
  }, [run, list, held.first, failures]);

  return useMemo(() => {
    const at = (index: number) => {
      const row = held.windows.get(Math.floor(index / windowSize))?.[index % windowSize];
      return row === undefined ? undefined : now(row);
    };
    let indexes: Map<string, number> | undefined;
    return {
      total,
      at,
      indexOf(id) {
        indexes ??= indexesOf(held.windows, rowId);
        return indexes.get(id);
      },
      onView: (from, to) =>
        setView((before) => (before.from === from && before.to === to ? before : { from, to })),
      async load(from, to) {
        const rows = Array.from({ length: to - from }, (_, offset) => at(from + offset));
        return rows.every((row) => row !== undefined) ? rows : loadRows(fetchRows, from, to);
      },
    };
  }, [held, total, now, rowId, fetchRows]);
}

const same = <Row>(row: Row): Row | undefined => row;

const startOf = <Row>(list: string, first: readonly Row[]): Held<Row> => ({
  list,
  first,
  windows: new Map([[0, first]]),
  old: new Set(),
});

/** Windows that are fetched together: `to` is the one after the last. */
type Run = { from: number; to: number };

/**
 * What to fetch next: the windows in view, then those that scrolling either way comes to first, then all that it comes to soon, as
 * many as are missing side by side. Null where enough is there. What is old is read anew only where it is near.
 */
function nextRun<Row>({ windows, old }: Held<Row>, view: { from: number; to: number }, total: number) {
  const last = Math.max(0, Math.ceil(total / windowSize) - 1);
  const top = Math.floor(view.from / windowSize);
  const bottom = Math.floor(Math.max(view.from, view.to - 1) / windowSize);
  const exists = (index: number) => index >= 0 && index <= last;
  const missing = (index: number) => exists(index) && !windows.has(index);

  const near = [...new Set([top, bottom, bottom + 1, top - 1])].filter(exists);
  const soon = Array.from({ length: ahead }, (_, step) => [bottom + 1 + step, top - 1 - step]).flat();
  const first = near.find((index) => missing(index) || old.has(index)) ?? soon.find(missing);
  if (first === undefined) return null;
  const run: Run = { from: first, to: first + 1 };
  if (!missing(first)) return run;
  while (missing(run.to) && run.to - run.from < ahead && run.to <= bottom + ahead) run.to += 1;
  while (missing(run.from - 1) && run.to - run.from < ahead && run.from > top - ahead) run.from -= 1;
  return run;
}

function withRun<Row>(held: Held<Row>, { from, to }: Run, rows: readonly Row[]): Held<Row> {
  const fetched = Array.from({ length: to - from }, (_, step) => from + step);
  const kept = [...held.windows]
    .filter(([index]) => index < from || index >= to)
    .sort(([a], [b]) => Math.abs(a - from) - Math.abs(b - from))
    .slice(0, mostKept);
  const old = new Set(held.old);
  for (const index of fetched) old.delete(index);
  const fresh = fetched.map(
    (index) => [index, rows.slice((index - from) * windowSize, (index - from + 1) * windowSize)] as const,
  );
  return { ...held, windows: new Map([...kept, ...fresh, [0, held.first]]), old };
}

function indexesOf<Row>(windows: Held<Row>["windows"], rowId: (row: Row) => string) {
  return new Map(
    [...windows].flatMap(([index, rows]) =>
      rows.map((row, offset) => [rowId(row), index * windowSize + offset] as const),
    ),
  );
}

async function loadRows<Row>(fetchRows: WindowsInput<Row>["fetchRows"], from: number, to: number) {
  const { signal } = new AbortController();
  const rows: Row[] = [];
  while (from + rows.length < to) {
    const count = Math.min(loadSize, to - from - rows.length);
    const part = await fetchRows(from + rows.length, count, signal);
    rows.push(...part);
    if (part.length < count) break;
  }
  return rows;
}
