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

/** What somebody's IT is to install for them; null where they do so themselves, or nothing can be compared. */
export function owedByIt(decision: Decision<{ id: string }>) {
  if (!("packaged" in decision) || !decision.packaged) return null;
  if ("because" in decision) return { releaseId: decision.because.id, mandatory: true };
  return decision.status === "recommended" ? { releaseId: decision.release.id, mandatory: false } : null;
}

type Kept = { updateStatus: UpdateStatus | null; updateReleaseId: string | null; updateSince: Date | null };

export const isNews = (kept: Kept, { status, releaseId, since }: Outcome) =>
  kept.updateStatus !== status ||
  kept.updateReleaseId !== releaseId ||
  kept.updateSince?.getTime() !== since?.getTime();
