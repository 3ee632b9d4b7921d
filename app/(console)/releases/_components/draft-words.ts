import { versionLabel } from "@/lib/versions/label";
import type { Draft } from "./draft";
import type { FigureWords } from "./figure-rows";

/** What the sentences beside the figures say of a draft. */
export const figureWordsOf = (draft: Draft): FigureWords => ({
  channel: draft.channel,
  kind: draft.kind,
  version: versionLabel(draft.version.trim(), null),
  graceMinutes: Number(draft.graceMinutes),
  hardLimitMinutes: draft.hardLimitMinutes.trim() === "" ? null : Number(draft.hardLimitMinutes),
  minimumOs: draft.minimumOs.trim(),
});
