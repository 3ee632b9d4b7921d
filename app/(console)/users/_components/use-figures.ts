"use client";

import { useEffect, useState } from "react";
import type { ActionResult } from "@/app/_edges/action";
import { mostCounted } from "@/lib/users/schema";
import type { Many } from "./bulk-actions";

/** What is so of the users selected right now; null until it is known, and where there are too many to count. */
export function useFigures<T>(
  { count, usernames }: Many,
  read: (input: { usernames: string[] }) => Promise<ActionResult<T>>,
): T | null {
  const [figures, setFigures] = useState<T | null>(null);
  // Of those who were selected when somebody asked.
  const [asked] = useState(() => ({ count, usernames, read }));

  useEffect(() => {
    if (asked.count > mostCounted) return;
    let stale = false;
    asked
      .usernames()
      .then((names) => asked.read({ usernames: [...names] }))
      .then((result) => {
        if (!stale && result.ok) setFigures(result.value);
      })
      // Without the figures the sentence above them still says what happens.
      .catch(() => {});
    return () => {
      stale = true;
    };
  }, [asked]);

  return figures;
}
