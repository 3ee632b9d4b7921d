"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { useLiveRevision, useLiveStatus } from "../../../_components/live";

const lastSeenMs = 15_000;

/** Renders the page anew when this user's seat changes, and now and then for "last seen", which is no change. */
export function KeepFresh({ userId, revision }: { userId: string; revision: number }) {
  const router = useRouter();
  const [refreshing, startTransition] = useTransition();
  const behind = useLiveRevision(userId) > revision;
  // A refresh that cannot reach the server would leave the page for the browser's own error.
  const live = useLiveStatus().kind === "live";

  useEffect(() => {
    if (live && behind && !refreshing) startTransition(() => router.refresh());
  }, [live, behind, refreshing, router]);

  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => {
      if (!document.hidden) startTransition(() => router.refresh());
    }, lastSeenMs);
    return () => clearInterval(timer);
  }, [live, router]);

  return null;
}
