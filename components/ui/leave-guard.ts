"use client";

import { useEffect } from "react";

/** Asked before the reader goes elsewhere; `go` goes after all. */
type Ask = (go: () => void) => void;

let asking: Ask | undefined;

/** True if somebody is to be asked first: then `go` is called once they agree. */
export function heldBack(go: () => void): boolean {
  asking?.(go);
  return asking !== undefined;
}

/** While `active`, no link, nothing that goes by `useGo`, no Back and no closing of the tab leaves the page unasked. */
export function useLeaveGuard(active: boolean, ask: Ask) {
  useEffect(() => {
    if (!active) return;
    asking = ask;
    // The browser asks in its own words.
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Where a browser lets Back be held.
    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse" || !event.cancelable) return;
      event.preventDefault();
      ask(() => navigation.traverseTo(event.destination.key));
    };
    const history = "navigation" in window ? window.navigation : undefined;
    window.addEventListener("beforeunload", onUnload);
    history?.addEventListener("navigate", onNavigate);
    return () => {
      asking = undefined;
      window.removeEventListener("beforeunload", onUnload);
      history?.removeEventListener("navigate", onNavigate);
    };
  }, [active, ask]);
}
