import { versionLabel } from "@/lib/versions/label";
import type { Draft } from "./draft";
import type { FigureWords } from "./figure-rows";
import { fromLocal } from "./local-time";

/** What the sentences beside the figures say of a draft. */
export const figureWordsOf = (draft: Draft, timeZone: string): FigureWords => ({
  channel: draft.channel,
  kind: draft.kind,
  version: versionLabel(draft.version.trim(), null),
  name: versionLabel(draft.version.trim(), draft.build.trim() || null),
  graceMinutes: Number(draft.graceMinutes),
  escalateGraceMinutes: Number(draft.escalateGraceMinutes.trim() || draft.graceMinutes),
  hardLimitMinutes: draft.hardLimitMinutes.trim() === "" ? null : Number(draft.hardLimitMinutes),
  minimumOs: draft.minimumOs.trim(),
  escalatesAt: (draft.kind === "recommended" && fromLocal(draft.escalateAt, timeZone)) || null,
});
