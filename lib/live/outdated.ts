import { versionLabel } from "@/lib/versions/label";
import type { UpdateStatus } from "@/prisma/generated/enums";
import type { Outdated } from "./row";

type Judged = {
  updateStatus: UpdateStatus | null;
  updateSince: Date | null;
  updateRelease: { version: string; build: string | null } | null;
};

/** What an installation owes, as screens say it; null for one that owes nothing, or that nothing is known of. */
export function outdatedOf(judged: Judged | null): Outdated | null {
  const { updateStatus: status, updateSince: since, updateRelease: release } = judged ?? {};
  if (!status || status === "current" || status === "unknown_version" || !since || !release) return null;
  return { status, release: versionLabel(release.version, release.build), since: since.toISOString() };
}
