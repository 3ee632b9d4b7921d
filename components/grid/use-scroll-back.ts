"use client";

import { type RefObject, useEffect } from "react";

const pauseMs = 150;
const soonMs = 5000;

let wentBackAt = Number.NEGATIVE_INFINITY;
if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    wentBackAt = performance.now();
  });
}

const keyOf = ({ pathname, search }: Location) => `rollcall-scroll ${pathname}${search}`;

/** Whoever comes back to a list finds it where they left it; whoever comes anew, at its beginning. */
export function useScrollBack(scroller: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (performance.now() - wentBackAt < soonMs) {
      element.scrollTop = Number(sessionStorage.getItem(keyOf(window.location)) ?? 0);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      const key = keyOf(window.location);
      timer = setTimeout(() => sessionStorage.setItem(key, String(element.scrollTop)), pauseMs);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller]);
}
