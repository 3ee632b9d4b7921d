import type { UpdateStatus } from "@/prisma/generated/enums";
import type { Decision } from "./policy";

/** What the policy said of one installation, as it is stored. */
export type Outcome = { status: UpdateStatus; releaseId: string | null; since: Date | null };

const stored: Record<Decision["status"], UpdateStatus> = {
  current: "current",
  recommended: "recommended",
  mandatory: "mandatory",
  "os-too-old": "os_too_old",
  "unknown-version": "unknown_version",
};

export const outcomeOf = (decision: Decision<{ id: string }>): Outcome => ({
  status: stored[decision.status],
  releaseId: "release" in decision ? (decision.release?.id ?? null) : null,
  since: "since" in decision ? decision.since : null,
});

type Kept = { updateStatus: UpdateStatus | null; updateReleaseId: string | null; updateSince: Date | null };

export const isNews = (kept: Kept, { status, releaseId, since }: Outcome) =>
  kept.updateStatus !== status ||
  kept.updateReleaseId !== releaseId ||
  kept.updateSince?.getTime() !== since?.getTime();
