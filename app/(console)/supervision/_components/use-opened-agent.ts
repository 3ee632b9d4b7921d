"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useRef } from "react";
import { AgentDay } from "@/lib/agents/schema";
import { put } from "./use-agent-list";

/** The agent whose day is open: kept in the address, so that it can be shared and Back closes it. */
export function useOpenedAgent() {
  const params = useSearchParams();
  const path = usePathname();
  const openedHere = useRef(false);

  function address(username: string | null, day: string | null) {
    const next = new URLSearchParams(window.location.search);
    put(next, "agent", username);
    put(next, "day", day);
    return next.size > 0 ? `${path}?${next}` : path;
  }

  const username = params.get("agent");
  return {
    username,
    /** Null is today, whatever day that is. */
    day: AgentDay.shape.day.safeParse(params.get("day") ?? undefined).data ?? null,
    open(agent: string) {
      openedHere.current = true;
      window.history.pushState(null, "", address(agent, null));
    },
    /** No step of its own: Back closes the day that is open, whichever it is by then. */
    show: (day: string | null) => window.history.replaceState(null, "", address(username, day)),
    close() {
      if (openedHere.current) window.history.back();
      else window.history.replaceState(null, "", address(null, null));
      openedHere.current = false;
    },
  };
}
export type OpenedAgent = ReturnType<typeof useOpenedAgent>;
