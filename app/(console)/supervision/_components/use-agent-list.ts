"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type AgentList, readAgentList } from "@/lib/agents/schema";

/** What the address asks the grid for. Everything is at hand: no answer of the server is waited for. */
export function useAgentList() {
  const params = useSearchParams();
  const path = usePathname();
  const asked = new URLSearchParams(params);
  // Whose day is open beside the list is no question to it.
  for (const name of ["agent", "day"]) asked.delete(name);
  const text = asked.toString();
  const list = useMemo((): AgentList => {
    const given = new URLSearchParams(text);
    return readAgentList(
      Object.fromEntries([...given.keys()].map((key) => [key, oneOrAll(given.getAll(key))])),
    );
  }, [text]);

  /** A step that Back takes back, or, while somebody types, none. */
  function change(edit: (address: URLSearchParams) => void, { typing = false } = {}) {
    const next = new URLSearchParams(window.location.search);
    edit(next);
    const address = next.size > 0 ? `${path}?${next}` : path;
    if (typing) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
  }

  return { list, change };
}

const oneOrAll = (values: string[]) => (values.length > 1 ? values : values[0]);

export type ChangeAddress = ReturnType<typeof useAgentList>["change"];

/** Sets a parameter of an address, or takes it out. */
export function put(address: URLSearchParams, name: string, value: string | null | undefined) {
  if (value) address.set(name, value);
  else address.delete(name);
}
