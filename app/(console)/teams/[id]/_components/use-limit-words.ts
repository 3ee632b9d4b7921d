"use client";

import { useTranslations } from "use-intl";
import type { Limit } from "@/lib/teams/limits";

/** A limit in words: "Not Ready, Break: 15 min". */
export function useLimitWords() {
  const t = useTranslations("team.limits");
  const stateName = useTranslations("state");
  return ({ state, reason, minutes }: Limit) =>
    t(reason === null ? "in-words" : "reason-in-words", {
      state: stateName(state),
      reason: reason ?? "",
      minutes,
    });
}
