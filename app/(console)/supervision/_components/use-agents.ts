"use client";

import { useEffect, useMemo, useState } from "react";
import { z } from "zod";
import { AgentRow } from "@/lib/agents/row";
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

  const rows = useMemo(() => {
    const now = new Map(base.rows.map((row) => [row.id, row]));
    for (const [id, change] of live) {
      const held = now.get(id);
      if (held && held.revision >= change.revision) continue;
      if ("gone" in change) now.delete(id);
      else now.set(id, change);
    }
    const today = new Date(base.day);
    return [...now.values()].filter((row) => isPresent(row, today));
  }, [base, live]);
  return { rows, whole: base.whole, failed };
}
