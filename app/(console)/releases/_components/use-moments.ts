"use client";

import { useLocale, useTimeZone } from "use-intl";
import { formatMomentBeside } from "@/components/ui/moment";
import type { Counted } from "./use-preview";

/** Moments that were foreseen in words, beside the one at which they were counted; nothing where there is none. */
export function useMoments({ countedAt }: Pick<Counted, "countedAt">) {
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const now = new Date(countedAt).toISOString();
  return (at: Date | null) =>
    at === null ? "" : formatMomentBeside(new Date(at).toISOString(), now, { ...reader, now });
}

/** When what was foreseen happens; null where that is now. */
export function useLater(counted: Counted | null) {
  const moment = useMoments(counted ?? { countedAt: new Date(0) });
  if (!counted || new Date(counted.at) <= new Date(counted.countedAt)) return null;
  return moment(counted.at);
}
