"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import type { AgentChange } from "@/lib/agents/row";
import { fold } from "@/lib/live/fold";
import type { LiveRow } from "@/lib/live/row";
import { openLiveStream, type StreamStatus } from "./live-stream";

/** The newest that was told of each row. */
type Rows = { size: number; get: (id: string) => AgentChange | undefined };

type Told = {
  /** Another one with all news, of the rows that are held then. */
  rows: Rows;
  status: StreamStatus;
  /** When the day began whose figures the rows have; null before it is known. */
  day: string | null;
  /** Counts how often everything told before became void. */
  resets: number;
};

const nothing: Told = {
  rows: new Map<string, AgentChange>(),
  status: { kind: "none" },
  day: null,
  resets: 0,
};

/** Beside React, so that news draw those anew who asked for them: what changes in a context is looked for in the whole page. */
function createLive(first: Told) {
  let told = first;
  let rows = new Map<string, AgentChange>();
  const listeners = new Set<() => void>();
  const followers = new Set<(news: Iterable<AgentChange>) => void>();

  function tell(news: Partial<Told>) {
    told = { ...told, ...news };
    for (const listener of listeners) listener();
  }

  return {
    first,
    told: () => told,
    tell,
    change(changes: readonly AgentChange[]) {
      const news = fold(rows, changes);
      if (news.length === 0) return;
      for (const follower of followers) follower(news);
      const held = rows;
      tell({ rows: { size: held.size, get: (id) => held.get(id) } });
    },
    reset() {
      rows = new Map();
      tell({ rows: nothing.rows, resets: told.resets + 1 });
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** All that is held. */
    held: (): Iterable<AgentChange> => rows.values(),
    /** Calls with each news, and with no more than that. */
    follow(follower: (news: Iterable<AgentChange>) => void) {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}

const LiveContext = createContext(createLive(nothing));

/** The one stream of this tab, and what it has told since the first paint. Without a cursor there is none to open. */
export function LiveProvider({ cursor, children }: { cursor: string | null; children: ReactNode }) {
  const router = useRouter();
  // The cursor of the first paint: later renders bring newer ones, and the stream has its own by then.
  const [start] = useState(cursor);
  const [live] = useState(() =>
    createLive(start === null ? nothing : { ...nothing, status: { kind: "catching-up" } }),
  );

  useEffect(() => {
    if (start === null) return;
    return openLiveStream(start, {
      onChanges: live.change,
      onStatus: (status) => live.tell({ status }),
      onDay: (day) => live.tell({ day }),
      onReset() {
        live.reset();
        router.refresh();
      },
      onSignedOut: () => router.refresh(),
    });
  }, [start, live, router]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

function useTold<K extends keyof Told>(name: K): Told[K] {
  const { subscribe, told, first } = useContext(LiveContext);
  return useSyncExternalStore(
    subscribe,
    () => told()[name],
    () => first[name],
  );
}

export const useLiveStatus = () => useTold("status");

/** What a row that was rendered is now; undefined once it has left the reader's scope. What the news do not tell stays. */
export function useLiveRow<Row extends LiveRow>() {
  const rows = useTold("rows");
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
  return { day: useTold("day"), resets: useTold("resets") };
}

/** The rows told so far: others whenever anything changed. */
export const useLiveRows = () => useTold("rows");

/** For whoever holds rows of their own: all that was told so far, and what is told from then on. */
export function useLiveNews() {
  const { held, follow } = useContext(LiveContext);
  return { held, follow };
}

/** The newest revision known of one user. */
export function useLiveRevision(id: string): number {
  const { subscribe, told } = useContext(LiveContext);
  return useSyncExternalStore(
    subscribe,
    () => told().rows.get(id)?.revision ?? 0,
    () => 0,
  );
}
