"use client";

import { useCallback, useEffect, useState } from "react";
import { useRowWindows } from "@/components/grid/use-row-windows";
import type { ImportPreview } from "@/lib/imports/preview";
import type { FoundLines, PreviewLine, Show, ShownLines } from "@/lib/imports/schema";
import { firstLines, readLines } from "./read-lines";

export type Lines = { asked: ShownLines; found: FoundLines };

const rowId = ({ line }: PreviewLine) => String(line);

/** The lines of a preview that the reader asks for; the address keeps what that is. */
export function useLines({ id, asOf, outcome }: ImportPreview, first: Lines) {
  const [asked, setAsked] = useState(first.asked);
  const shown = (outcome?.bad ?? 0) > 0 ? "bad" : "all";
  const listOf = ({ show = shown, search }: ShownLines) => `${asOf} ${show} ${search}`;
  const list = listOf(asked);
  const [held, setHeld] = useState({ list, found: first.found });
  const [failed, setFailed] = useState<string | null>(null);
  const given = listOf(first.asked) === list;
  const { show = shown, search } = asked;

  useEffect(() => {
    if (given) return;
    const stop = new AbortController();
    readLines(id, { ...firstLines, show, search, asOf }, stop.signal).then(
      (found) => setHeld({ list, found }),
      () => stop.signal.aborted || setFailed(list),
    );
    return () => stop.abort();
  }, [given, id, show, search, asOf, list]);

  // What was found before stays until the answer is there.
  const now = given ? { list, found: first.found } : held;
  const source = useRowWindows({
    list: now.list,
    total: now.found.total,
    first: now.found.lines,
    rowId,
    fetchRows: useCallback(
      async (from, count, signal) => (await readLines(id, { from, count, show, search, asOf }, signal)).lines,
      [id, show, search, asOf],
    ),
  });

  function ask(next: ShownLines) {
    setAsked(next);
    setFailed(null);
    const address = new URL(window.location.href);
    for (const key of ["show", "search"] as const) {
      if (next[key]) address.searchParams.set(key, next[key]);
      else address.searchParams.delete(key);
    }
    window.history.replaceState(null, "", address);
  }

  return {
    source,
    rowId,
    show,
    search,
    pending: now.list !== list && failed !== list,
    failed: failed === list,
    onShow: (next: Show) => ask({ ...asked, show: next }),
    onSearch: (next: string) => ask({ ...asked, search: next }),
  };
}
