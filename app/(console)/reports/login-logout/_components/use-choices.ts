"use client";

import { useEffect, useState } from "react";
import type { Column } from "@/lib/reports/catalogue";
import { type Choices, mostChoices, readChoices } from "./choices";
import { Refused, readGroups } from "./read-report";

const pauseMs = 150;

/** What there is to choose in a column, and what of it was found; null while that is not known. */
export function useChoices(report: string, { id, type, groups }: Column, searched: string) {
  const [all, setAll] = useState<Choices | null>(null);
  const [answer, setAnswer] = useState<(Choices & { text: string }) | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // A list that is whole is searched where it is.
  const text = all?.more && type === "text" ? searched.trim() : "";

  useEffect(() => {
    if (!groups) return;
    const stop = new AbortController();
    readChoices({ report, id, text: "" }, reading(stop.signal)).then(setAll, (error) => {
      if (!stop.signal.aborted) setRefused(refusal(error));
    });
    return () => stop.abort();
  }, [report, id, groups]);

  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(
      () =>
        readChoices({ report, id, text }, reading(stop.signal)).then(
          (found) => {
            setAnswer({ ...found, text });
            setRefused(null);
          },
          (error) => {
            if (!stop.signal.aborted) setRefused(refusal(error));
          },
        ),
      pauseMs,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [report, id, text]);

  const found = text !== "" && answer?.text === text ? answer : null;
  return { all, found, searching: text !== "" && !found && !refused, refused };
}

const reading = (signal: AbortSignal) => (address: string) =>
  readGroups(address, { limit: mostChoices }, signal);

const refusal = (error: unknown) => (error instanceof Refused ? error : new Refused("internal"));
