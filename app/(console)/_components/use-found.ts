"use client";

import { useEffect, useState } from "react";
import { Found } from "@/lib/search/schema";

const pauseMs = 60;
const nothing: Found = { people: [], teams: [], releases: [] };

type Answer = { text: string; found: Found | null };

/** What the server finds for a text, asked as somebody types. Until it answers, `found` is of an earlier text. */
export function useFound(text: string) {
  const [answer, setAnswer] = useState<Answer>({ text: "", found: nothing });

  useEffect(() => {
    if (text === "") return;
    const aborter = new AbortController();
    const timer = setTimeout(() => {
      ask(text, aborter.signal).then(
        (found) => setAnswer({ text, found }),
        () => aborter.signal.aborted || setAnswer({ text, found: null }),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [text]);

  const current = text === answer.text;
  return {
    found: (text !== "" && answer.found) || nothing,
    status: text === "" || (current && answer.found) ? "settled" : current ? "failed" : "searching",
  } as const;
}

async function ask(text: string, signal: AbortSignal) {
  const response = await fetch(`/api/search?${new URLSearchParams({ q: text })}`, { signal });
  if (!response.ok) throw new Error(`the search answered ${response.status}`);
  return Found.parse(await response.json());
}
