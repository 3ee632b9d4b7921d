"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { contentIn, openedIn, stockView } from "@/app/_components/view-address";
import type { Content } from "@/lib/layouts/content";
import { type Catalogue, reconcile } from "@/lib/layouts/reconcile";
import { askedIn, type Reader, withContent, withParams } from "./report-address";
import { beginAt, followed, redone, stepped, undone } from "./steps";

/** What the address says of the report, how it is changed, and how that is taken back. */
export function useReport(catalogue: Catalogue, reader: Reader) {
  const path = usePathname();
  const shown = useSearchParams().toString();
  const [seen, setSeen] = useState(shown);
  const [steps, setSteps] = useState(() => beginAt(shown));
  if (seen !== shown) {
    setSeen(shown);
    setSteps(followed(steps, shown));
  }

  // The browser's address follows: it is a moment behind what is on the screen.
  const { now, past, future } = steps.addresses;
  const { how } = steps;
  useEffect(() => {
    if (new URLSearchParams(window.location.search).toString() === now) return;
    const to = now === "" ? path : `${path}?${now}`;
    if (how === "push") window.history.pushState(null, "", to);
    else window.history.replaceState(null, "", to);
  }, [now, how, path]);

  const address = useMemo(() => new URLSearchParams(now), [now]);
  const content = useMemo(() => contentIn(address, catalogue), [address, catalogue]);
  const asked = useMemo(() => askedIn(address, content, reader), [address, content, reader]);

  const put = (next: Content, how: "push" | "replace") => {
    const to = withContent(address, content, reconcile(next, catalogue)).toString();
    setSteps((before) => stepped(before, to, how));
  };
  return {
    content,
    asked,
    /** The layout that it began as, by its id. */
    layout: openedIn(address)?.view ?? stockView,
    /** Columns and widths are no steps of the browser's own history: undo takes them back. */
    arrange: (next: Content) => put(next, "replace"),
    change: (next: Content) => put(next, "push"),
    set: (params: Readonly<Record<string, string | null>>) =>
      setSteps((before) => stepped(before, withParams(address, params).toString(), "push")),
    undo: past.length > 0 ? () => setSteps(undone) : null,
    redo: future.length > 0 ? () => setSteps(redone) : null,
  };
}
export type Report = ReturnType<typeof useReport>;
