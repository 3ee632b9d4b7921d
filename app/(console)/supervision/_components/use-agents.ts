"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { z } from "zod";
import { foldAgents, holdAgents } from "@/lib/agents/held";
import { AgentRow } from "@/lib/agents/row";
import { useLiveBasis, useLiveNews } from "../../_components/live";

/** Everybody as of a moment; `day` is when the day of their figures began. */
export type Snapshot = { rows: readonly AgentRow[]; whole: boolean; day: string };

const Answer = z.object({ day: z.iso.datetime(), rows: z.array(AgentRow) });
const againMs = 2000;

/** All agents as they are now: a snapshot, which is read anew when it is void, and what the stream told since. */
export function useAgents(first: Snapshot) {
  const { held, follow } = useLiveNews();
  const { day, resets } = useLiveBasis();
  const [agents, setAgents] = useState(() => foldAgents(holdAgents(first.rows, first.day), held()));
  const [basis, setBasis] = useState({ whole: first.whole, resets: 0 });
  const [failed, setFailed] = useState(false);
  const current = basis.whole && basis.resets === resets && (day === null || agents.day === day);

  useEffect(() => {
    const take = (changes: ReturnType<typeof held>) => setAgents((before) => foldAgents(before, changes));
    // What came since the rows were drawn.
    take(held());
    return follow(take);
  }, [held, follow]);

  // Not what a snapshot is asked for by: one that is on its way is not asked for anew because the day has been told.
  const isOfToday = useEffectEvent((told: string) => day === null || told === day);
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
        if (!isOfToday(told.day)) throw new Error("of another day");
        setAgents(foldAgents(holdAgents(told.rows, told.day), held()));
        setBasis({ whole: true, resets });
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
  }, [current, resets, held]);

  return { rows: agents.rows, whole: basis.whole, failed };
}
