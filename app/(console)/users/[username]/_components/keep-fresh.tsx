"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { useLiveRevision } from "../../../_components/live";

const lastSeenMs = 15_000;

/** Renders the page anew when this user's seat changes, and now and then for "last seen", which is no change. */
export function KeepFresh({ userId, revision }: { userId: string; revision: number }) {
  const router = useRouter();
  const [refreshing, startTransition] = useTransition();
  const behind = useLiveRevision(userId) > revision;

  useEffect(() => {
    if (behind && !refreshing) startTransition(() => router.refresh());
  }, [behind, refreshing, router]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) startTransition(() => router.refresh());
    }, lastSeenMs);
    return () => clearInterval(timer);
  }, [router]);

  return null;
}
