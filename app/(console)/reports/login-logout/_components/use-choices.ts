"use client";

import { useEffect, useState } from "react";
import type { Column } from "@/lib/reports/catalogue";
import type { Value } from "@/lib/reports/row";
import { Refused, readGroups } from "./read-report";

/** A value that rows have in a column, and how many of them. */
export type Choice = { value: Value; rows: number };

const most = 500;

/** What the rows of the report have in a column, whatever it is filtered by itself; null while that is not known. */
export function useChoices(report: string, { id, groups }: Column) {
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  useEffect(() => {
    if (!groups) return;
    const stop = new AbortController();
    const params = new URLSearchParams(report);
    params.delete(id);
    params.delete("sort");
    params.set("group", id);
    params.set("columns", id);
    readGroups(params.toString(), { limit: most }, stop.signal).then(
      (page) =>
        setChoices(merged(page.groups.map(({ path, rows }) => ({ value: path[0]?.label ?? null, rows })))),
      (error) => {
        if (!stop.signal.aborted) setRefused(error instanceof Refused ? error : new Refused("internal"));
      },
    );
    return () => stop.abort();
  }, [report, id, groups]);

  return { choices, refused };
}

/** Two agents of the same name are one choice: a filter tells them by that. */
function merged(choices: readonly Choice[]): Choice[] {
  const byValue = new Map<Value, number>();
  for (const { value, rows } of choices) byValue.set(value, (byValue.get(value) ?? 0) + rows);
  return [...byValue].map(([value, rows]) => ({ value, rows }));
}
