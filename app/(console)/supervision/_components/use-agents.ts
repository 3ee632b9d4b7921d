"use client";

import { useEffect, useMemo, useState } from "react";
import { z } from "zod";
import { type AgentChange, AgentRow } from "@/lib/agents/row";
import { isPresent } from "@/lib/agents/state";
import { useLiveBasis, useLiveRowsHeld } from "../../_components/live";

/** Everybody as of a moment; `day` is when the day of their figures began. */
export type Snapshot = { rows: readonly AgentRow[]; whole: boolean; day: string };

const Answer = z.object({ day: z.iso.datetime(), rows: z.array(AgentRow) });
const againMs = 2000;

/** All agents as they are now: a snapshot, which is read anew when it is void, and what the stream told since. */
export function useAgents(first: Snapshot) {
  const live = useLiveRowsHeld();
  const { day, resets } = useLiveBasis();
  const [base, setBase] = useState({ ...first, resets: 0 });
  const [failed, setFailed] = useState(false);
  const current = base.whole && base.resets === resets && (day === null || base.day === day);

  useEffect(() => {
    if (current) return;
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function read() {
      try {
        const answer = await fetch("/api/agents", { signal: ending.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const told = Answer.parse(await answer.json());
        // Another console answered, and its day has not turned yet.
        if (day !== null && told.day !== day) throw new Error("of another day");
        setBase({ ...told, whole: true, resets });
        setFailed(false);
      } catch {
        if (ending.signal.aborted) return;
        setFailed(true);
        timer = setTimeout(read, againMs);
      }
    }
    void read();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [current, resets, day]);

  const known = useMemo(() => new Set(base.rows.map(({ id }) => id)), [base]);
  const rows = useMemo(() => rowsNow(base, known, live), [base, known, live]);
  return { rows, whole: base.whole, failed };
}

/** Each row of a snapshot as it is now, then those that came later. No map of thousands is made for the news of a few. */
function rowsNow(
  base: Snapshot,
  known: ReadonlySet<string>,
  live: ReadonlyMap<string, AgentChange>,
): readonly AgentRow[] {
  const today = new Date(base.day);
  const now: AgentRow[] = [];
  const show = (row: AgentChange) => {
    if (!("gone" in row) && isPresent(row, today)) now.push(row);
  };
  for (const row of base.rows) {
    const change = live.get(row.id);
    show(change && change.revision > row.revision ? change : row);
  }
  for (const [id, change] of live) if (!known.has(id)) show(change);
  return now;
}
