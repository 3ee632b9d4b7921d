"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { AgentChange } from "@/lib/agents/row";
import { fold } from "@/lib/live/fold";
import type { LiveRow } from "@/lib/live/row";
import { openLiveStream, type StreamStatus } from "./live-stream";

type Live = {
  rows: ReadonlyMap<string, AgentChange>;
  status: StreamStatus;
  /** When the day began whose figures the rows have; null before it is known. */
  day: string | null;
  /** Counts how often everything told before became void. */
  resets: number;
};

const LiveContext = createContext<Live>({
  rows: new Map(),
  status: { kind: "none" },
  day: null,
  resets: 0,
});

/** The one stream of this tab, and what it has told since the first paint. Without a cursor there is none to open. */
export function LiveProvider({ cursor, children }: { cursor: string | null; children: ReactNode }) {
  const router = useRouter();
  const [rows, setRows] = useState<Live["rows"]>(new Map());
  const [status, setStatus] = useState<StreamStatus>({ kind: cursor === null ? "none" : "catching-up" });
  const [day, setDay] = useState<string | null>(null);
  const [resets, setResets] = useState(0);
  // The cursor of the first paint: later renders bring newer ones, and the stream has its own by then.
  const [start] = useState(cursor);

  useEffect(() => {
    if (start === null) return;
    return openLiveStream(start, {
      onChanges: (changes) => setRows((held) => fold(held, changes)),
      onStatus: setStatus,
      onDay: setDay,
      onReset: () => {
        setRows(new Map());
        setResets((count) => count + 1);
        router.refresh();
      },
      onSignedOut: () => router.refresh(),
    });
  }, [start, router]);

  const live = useMemo(() => ({ rows, status, day, resets }), [rows, status, day, resets]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

export const useLiveStatus = () => useContext(LiveContext).status;

/** What a row that was rendered is now; undefined once it has left the reader's scope. What the news do not tell stays. */
export function useLiveRow<Row extends LiveRow>() {
  const { rows } = useContext(LiveContext);
  // One object for as long as nothing changes: a row is drawn anew only when it is another.
  const [merged] = useState(() => new WeakMap<Row, Row>());
  return useCallback(
    (row: Row): Row | undefined => {
      const news = rows.get(row.id);
      if (!news || news.revision <= row.revision) return row;
      if ("gone" in news) return undefined;
      const held = merged.get(row);
      if (held?.revision === news.revision) return held;
      const now = { ...row, ...news };
      merged.set(row, now);
      return now;
    },
    [rows, merged],
  );
}

/** What the rows told so far are changes of: whoever holds a snapshot reads it anew when this is another. */
export function useLiveBasis() {
  const { day, resets } = useContext(LiveContext);
  return { day, resets };
}

/** All rows told so far: another map whenever anything changed. */
export const useLiveRowsHeld = () => useContext(LiveContext).rows;

/** The newest revision known of one user. */
export const useLiveRevision = (id: string) => useContext(LiveContext).rows.get(id)?.revision ?? 0;
