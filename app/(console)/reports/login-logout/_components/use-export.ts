"use client";

import { useRef, useState } from "react";
import { saveFile } from "@/components/ui/save-file";
import type { ErrorCode } from "@/lib/errors";
import { readFrames } from "@/lib/reports/pieces-framed";
import { refusalOf } from "./read-report";

export type Format = "csv" | "xlsx";

type Running = { rows: number; of: number | null };

/** Makes a file of the report and hands it to the browser: how far it is, until it is there, cancelled or refused. */
export function useExport(report: string, asOf: string | null) {
  const [running, setRunning] = useState<Running | null>(null);
  const [refused, setRefused] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);

  async function start(format: Format, header: boolean) {
    const ending = new AbortController();
    stop.current?.abort();
    stop.current = ending;
    setRefused(null);
    setRunning({ rows: 0, of: null });
    try {
      const refusal = await save({ format, header, signal: ending.signal });
      if (stop.current === ending) setRefused(refusal);
    } catch {
      if (!ending.signal.aborted) setRefused("unavailable");
    }
    if (stop.current === ending) setRunning(null);
  }

  async function save({ format, header, signal }: { format: Format; header: boolean; signal: AbortSignal }) {
    const params = new URLSearchParams(report);
    params.set("format", format);
    params.set("header", String(header));
    if (asOf) params.set("asOf", asOf);
    const answer = await fetch(`/api/reports/login-logout/export?${params}`, { signal });
    if (!answer.ok || !answer.body) return (await refusalOf(answer)).code;
    const of = Number(answer.headers.get("x-rows"));
    const parts = await readFrames(chunksOf(answer.body), (rows) => setRunning({ rows, of }));
    if (!parts) return "unavailable";
    const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
    saveFile(new Blob(parts), name ?? `report.${format}`);
    return null;
  }

  return {
    running,
    refused,
    start: (format: Format, header: boolean) => void start(format, header),
    cancel() {
      stop.current?.abort();
      stop.current = null;
      setRunning(null);
    },
  };
}

/** Not every browser lets a stream be walked through by itself. */
async function* chunksOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
