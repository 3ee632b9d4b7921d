"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { fold } from "@/lib/live/fold";
import type { LiveChange, LiveRow } from "@/lib/live/row";
import { openLiveStream, type StreamStatus } from "./live-stream";

type Live = { rows: ReadonlyMap<string, LiveChange>; status: StreamStatus };

const LiveContext = createContext<Live>({ rows: new Map(), status: { kind: "none" } });

/** The one stream of this tab, and what it has told since the first paint. Without a cursor there is none to open. */
export function LiveProvider({ cursor, children }: { cursor: string | null; children: ReactNode }) {
  const router = useRouter();
  const [rows, setRows] = useState<Live["rows"]>(new Map());
  const [status, setStatus] = useState<StreamStatus>({ kind: cursor === null ? "none" : "catching-up" });
  // The cursor of the first paint: later renders bring newer ones, and the stream has its own by then.
  const [start] = useState(cursor);

  useEffect(() => {
    if (start === null) return;
    return openLiveStream(start, {
      onChanges: (changes) => setRows((held) => fold(held, changes)),
      onStatus: setStatus,
      onReset: () => {
        setRows(new Map());
        router.refresh();
      },
      onSignedOut: () => router.refresh(),
    });
  }, [start, router]);

  return <LiveContext value={useMemo(() => ({ rows, status }), [rows, status])}>{children}</LiveContext>;
}

export const useLiveStatus = () => useContext(LiveContext).status;

/** The rows of a page as they are now. */
export function useLiveRows(rendered: readonly LiveRow[]): LiveRow[] {
  const { rows } = useContext(LiveContext);
  return useMemo(
    () =>
      rendered.flatMap((row) => {
        const news = rows.get(row.id);
        if (!news || news.revision <= row.revision) return [row];
        return "gone" in news ? [] : [news];
      }),
    [rendered, rows],
  );
}

/** All rows told so far: another map whenever anything changed. */
export const useLiveRowsHeld = () => useContext(LiveContext).rows;

/** The newest revision known of one user. */
export const useLiveRevision = (id: string) => useContext(LiveContext).rows.get(id)?.revision ?? 0;
