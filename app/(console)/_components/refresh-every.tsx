"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** For what goes on by itself: renders the page anew again and again, while it is looked at. */
export function RefreshEvery({ ms }: { ms: number }) {
  const router = useRouter();
  const [refreshing, startTransition] = useTransition();

  useEffect(() => {
    if (refreshing) return;
    const timer = setInterval(() => {
      // A refresh that cannot reach the server would leave the page for the browser's own error.
      if (document.visibilityState === "visible" && navigator.onLine) startTransition(() => router.refresh());
    }, ms);
    return () => clearInterval(timer);
  }, [router, refreshing, ms]);

  return null;
}
