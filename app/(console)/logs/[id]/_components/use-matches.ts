"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { both, countBelow } from "./rows";
import { useMarks } from "./use-marks";

type Input = {
  id: string;
  edition: number;
  lines: number;
  search: string;
  /** The lines that are shown; null for all. */
  shown: readonly number[] | null;
  goTo: (line: number) => void;
  /** From where the first match is looked for. */
  topLine: () => number;
};

/** The lines that have what is searched for, and the one that the reader stands at. */
export function useMatches({ id, edition, lines, search, shown, goTo, topLine }: Input) {
  const wanted = useMemo(() => (search === "" ? null : { text: search, levels: [] }), [search]);
  const { marks, searching, failed } = useMarks({ id, edition, lines, wanted });
  const matches = useMemo(() => (marks && shown ? both(marks, shown) : marks), [marks, shown]);
  const [current, setCurrent] = useState<{ search: string; line: number } | null>(null);
  const at = current?.search === search ? current.line : null;

  const go = (line: number | undefined) => {
    if (line === undefined) return;
    setCurrent({ search, line });
    goTo(line);
  };
  const next = () => matches && go(matches[countBelow(matches, (at ?? topLine() - 1) + 1)] ?? matches[0]);
  const previous = () => matches && go(matches[countBelow(matches, at ?? topLine()) - 1] ?? matches.at(-1));

  // What is searched for is shown as soon as it is found, from where the reader looks on.
  const begin = useRef(next);
  const begun = useRef("");
  useEffect(() => {
    begin.current = next;
  });
  useEffect(() => {
    if (search === "") begun.current = "";
    if (!matches || begun.current === search) return;
    begun.current = search;
    begin.current();
  }, [matches, search]);

  const place = at === null || !matches ? 0 : countBelow(matches, at + 1);
  return { count: matches?.length ?? null, place, line: at, searching, failed, next, previous };
}
export type Matches = ReturnType<typeof useMatches>;
