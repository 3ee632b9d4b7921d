"use client";

import { useCallback } from "react";
import type { PickerItem } from "@/components/ui/search-picker";
import { findCandidates } from "../../actions";

/** Searches the people who could be brought into a team; their usernames are the ids. */
export function useCandidates(id: string, as: "member" | "supervisor") {
  return useCallback(
    async (search: string): Promise<PickerItem[]> => {
      const found = await findCandidates({ id, as, search });
      if (!found.ok) throw new Error(found.code);
      return found.value.map(({ username, name, team }) => ({
        id: username,
        label: name,
        detail: `${username} · ${team}`,
      }));
    },
    [id, as],
  );
}
