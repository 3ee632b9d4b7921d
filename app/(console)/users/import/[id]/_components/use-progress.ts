"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ImportProgress } from "@/lib/imports/schema";

const everyMs = 700;

const works = ({ state, undoStopped }: ImportProgress) =>
  state === "running" || (state === "undoing" && !undoStopped);

async function askFor(id: string, signal: AbortSignal) {
  const answer = await fetch(`/api/imports/${id}`, { signal });
  return answer.ok ? ImportProgress.parse(await answer.json()) : null;
}

/** How far an import is, asked for while it works; the page is rendered anew when it ends. */
export function useProgress(initial: ImportProgress): ImportProgress {
  const router = useRouter();
  const [seen, setSeen] = useState(initial);
  // Rendered anew by the server, the page knows better than the last answer.
  const progress = Date.parse(seen.now) > Date.parse(initial.now) ? seen : initial;
  const working = works(progress);
  const { id } = initial;

  useEffect(() => {
    if (!working) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    // One after another: an answer that takes long is waited for.
    async function ask() {
      const next = await askFor(id, stop.signal).catch(() => null);
      if (stop.signal.aborted) return;
      if (next) setSeen(next);
      if (next && !works(next)) router.refresh();
      else timer = setTimeout(ask, everyMs);
    }
    timer = setTimeout(ask, everyMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [working, id, router]);

  return progress;
}
