"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLiveRowsHeld, useLiveStatus } from "./live";

const everyMs = 1000;

/** For pages of figures that any seat may change: renders them anew when there is news, at most once a second. */
export function RefreshOnNews() {
  const router = useRouter();
  const rows = useLiveRowsHeld();
  const live = useLiveStatus().kind === "live";
  const latest = useRef(rows);
  const rendered = useRef(rows);

  useEffect(() => {
    latest.current = rows;
  }, [rows]);

  useEffect(() => {
    // A refresh that cannot reach the server would leave the page for the browser's own error.
    if (!live) return;
    const timer = setInterval(() => {
      if (rendered.current === latest.current) return;
      rendered.current = latest.current;
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [live, router]);

  return null;
}
