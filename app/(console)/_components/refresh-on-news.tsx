"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { useLiveRows, useLiveStatus } from "./live";

/** For pages of figures that any seat may change: renders them anew when there is news, at most so often. */
export function RefreshOnNews({ everyMs = 1000 }: { everyMs?: number }) {
  const router = useRouter();
  const rows = useLiveRows();
  const live = useLiveStatus().kind === "live";
  const [refreshing, startTransition] = useTransition();
  const latest = useRef(rows);
  // What was told before this page came may not be in it yet.
  const rendered = useRef<typeof rows | null>(rows.size === 0 ? rows : null);

  useEffect(() => {
    latest.current = rows;
  }, [rows]);

  useEffect(() => {
    // A refresh that cannot reach the server would leave the page for the browser's own error.
    if (!live || refreshing) return;
    const timer = setInterval(() => {
      if (rendered.current === latest.current) return;
      rendered.current = latest.current;
      startTransition(() => router.refresh());
    }, everyMs);
    return () => clearInterval(timer);
  }, [live, refreshing, router, everyMs]);

  return null;
}
