"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLiveRowsHeld } from "./live";

const everyMs = 1000;

/** For pages of figures that any seat may change: renders them anew when there is news, at most once a second. */
export function RefreshOnNews() {
  const router = useRouter();
  const rows = useLiveRowsHeld();
  const latest = useRef(rows);
  const rendered = useRef(rows);

  useEffect(() => {
    latest.current = rows;
  }, [rows]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (rendered.current === latest.current) return;
      rendered.current = latest.current;
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);

  return null;
}
