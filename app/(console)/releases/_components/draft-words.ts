"use client";

import { useLocale } from "use-intl";
import { formatMomentBeside } from "@/components/ui/moment";
import { versionLabel } from "@/lib/versions/label";
import type { Draft } from "./draft";
import type { FigureWords } from "./figure-rows";
import { fromLocal } from "./local-time";
import type { Counted } from "./use-preview";

/** What the sentences beside the figures say of a draft. */
export const figureWordsOf = (draft: Draft): FigureWords => ({
  channel: draft.channel,
  kind: draft.kind,
  version: versionLabel(draft.version.trim(), null),
  graceMinutes: Number(draft.graceMinutes),
  hardLimitMinutes: draft.hardLimitMinutes.trim() === "" ? null : Number(draft.hardLimitMinutes),
  minimumOs: draft.minimumOs.trim(),
});

/** When a draft goes out, in words; null where that is now. */
export function useLater(draft: Draft, timeZone: string) {
  const locale = useLocale();
  return (counted: Counted | null) => {
    const at = fromLocal(draft.publishAt, timeZone);
    const now = counted && new Date(counted.countedAt).toISOString();
    if (!at || !now || new Date(at) <= new Date(now)) return null;
    return formatMomentBeside(at, now, { now, locale, timeZone });
  };
}
