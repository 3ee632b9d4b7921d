"use client";

import { useEffect, useState } from "react";
import { z } from "zod";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import { chartOf, ReportChart } from "@/lib/reports/chart";

const Problem = z.object({ type: z.string() });
const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

type Answer = { address: string; tries: number } & (
  | { chart: ReportChart; code: null }
  | { chart: null; code: ErrorCode | null }
);

/** The chart of a report by its address, null until it has one; the one before is kept until it comes. */
export function useChart(address: string | null, { folded }: { folded: boolean }) {
  const [answer, setAnswer] = useState<Answer>({ address: "", tries: 0, chart: null, code: null });
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (address === null || folded) return;
    const ending = new AbortController();
    ask(address, ending.signal)
      .catch(() => ({ chart: null, code: "unavailable" as const }))
      .then((told) => ending.signal.aborted || setAnswer({ address, tries, ...told }));
    return () => ending.abort();
  }, [address, tries, folded]);

  return {
    chart: answer.chart,
    code: answer.code,
    loading: !folded && (answer.address !== address || answer.tries !== tries),
    again: () => setTries(tries + 1),
  };
}

async function ask(address: string, signal: AbortSignal) {
  const answer = await fetch(`/api/reports/login-logout/charts?${address}`, { signal });
  const told: unknown = await answer.json();
  if (answer.ok) return { chart: ReportChart.parse(told), code: null };
  const code = Problem.safeParse(told).data?.type.split("/").at(-1) ?? "";
  return { chart: null, code: isCode(code) ? code : ("unavailable" as const) };
}

type Drawn = { report: string; asOf: string | null; group: readonly string[] };

/** What of a report's address its chart is drawn from: neither the columns nor their order change it. */
export function chartAddress({ report, asOf, group }: Drawn): string | null {
  if (asOf === null) return null;
  const address = new URLSearchParams(report);
  for (const name of ["columns", "sort", "group"]) address.delete(name);
  const choice = chartOf(group);
  if (choice.kind !== "presence") address.set("group", choice.column);
  address.set("asOf", asOf);
  return address.toString();
}
