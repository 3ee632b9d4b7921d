"use client";

import { useEffect, useRef, useState } from "react";
import type { AgentTimeline } from "@/lib/agents/timeline";
import { useLiveBasis, useLiveRevision } from "../../_components/live";
import { type Answer, readTimeline } from "./timeline-reader";

type Held = { username: string | null; timeline: AgentTimeline | null; problem: "missing" | "failed" | null };

/** A day of an agent; what was shown before stands until another one is there, and today's is read anew as it changes. */
export function useTimeline(username: string | null, day: string | null) {
  const [held, setHeld] = useState<Held>({ username, timeline: null, problem: null });
  const [asked, setAsked] = useState({ username, day });
  const [reading, setReading] = useState(true);
  if (asked.username !== username || asked.day !== day) {
    setAsked({ username, day });
    setReading(true);
    // While it closes, the panel keeps what it shows.
    if (username !== null && held.username !== username) setHeld({ username, timeline: null, problem: null });
  }

  const reader = useRef<ReturnType<typeof readTimeline> | null>(null);
  useEffect(() => {
    if (username === null) return;
    const current = readTimeline(username, day, (answer: Answer) => {
      setReading(false);
      setHeld((before) =>
        typeof answer === "string"
          ? { ...before, timeline: answer === "missing" ? null : before.timeline, problem: answer }
          : { username, timeline: answer, problem: null },
      );
    });
    reader.current = current;
    return current.end;
  }, [username, day]);

  const { timeline } = held;
  const revision = useLiveRevision(timeline?.id ?? "");
  const { resets, day: turn } = useLiveBasis();
  const isToday = timeline !== null && timeline.day === timeline.today;
  const seen = `${revision} ${resets} ${turn}`;
  const known = useRef(seen);
  useEffect(() => {
    if (known.current !== seen && isToday) reader.current?.again();
    known.current = seen;
  }, [seen, isToday]);

  return { timeline, problem: held.problem, reading };
}
