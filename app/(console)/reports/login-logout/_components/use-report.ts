"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState, useTransition } from "react";
import { flushSync } from "react-dom";
import { contentIn, openedIn, stockView } from "@/app/_components/view-address";
import type { Content } from "@/lib/layouts/content";
import { type Catalogue, reconcile } from "@/lib/layouts/reconcile";
import { askedIn, type Reader, withContent, withParams } from "./report-address";
import { adopted, beginAt, followed, redone, stepped, undone } from "./steps";

/** What the address says of the report, how it is changed, and how that is taken back. */
export function useReport(catalogue: Catalogue, reader: Reader) {
  const path = usePathname();
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();
  const shown = useSearchParams().toString();
  const [seen, setSeen] = useState(shown);
  const [steps, setSteps] = useState(() => beginAt(shown));
  if (seen !== shown) {
    setSeen(shown);
    setSteps(followed(steps, shown));
  }

  // The browser's address follows: it is a moment behind what is on the screen. A page that comes for another address than the
  // one that the browser shows by then is loaded anew by the router.
  const { now, past, future } = steps.addresses;
  const { how } = steps;
  useEffect(() => {
    if (refreshing) return;
    if (new URLSearchParams(window.location.search).toString() === now) return;
    const to = now === "" ? path : `${path}?${now}`;
    if (how === "push") window.history.pushState(null, "", to);
    else window.history.replaceState(null, "", to);
  }, [now, how, path, refreshing]);

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
    /** The address itself: another layout is put in place of the one that it shows, or stored as what it shows. */
    address: {
      shown: now,
      put: (to: (from: URLSearchParams) => URLSearchParams, how: "push" | "replace") =>
        // Whatever is asked of the server next is asked with this address.
        flushSync(() =>
          setSteps((before) => {
            const next = to(new URLSearchParams(before.addresses.now)).toString();
            return how === "push" ? stepped(before, next, how) : adopted(before, next);
          }),
        ),
      refresh: () => startRefresh(() => router.refresh()),
    },
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
