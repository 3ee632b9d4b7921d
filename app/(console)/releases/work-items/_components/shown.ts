import { versionLabel } from "@/lib/versions/label";
import type { WorkItemRow } from "@/lib/work-items/queries";

/** What the list shows of a work item. */
export const toShown = ({ id, team, release, madeAt, signOutAt, ...item }: WorkItemRow) => ({
  id,
  team: team.name,
  responsible: team.responsible.map(({ user }) => user.name),
  releaseId: release.id,
  channel: release.channel,
  version: versionLabel(release.version, release.build),
  madeAt: madeAt.toISOString(),
  signOutAt: signOutAt?.toISOString() ?? null,
  acknowledgedAt: item.acknowledgedAt?.toISOString() ?? null,
  escalatedAt: item.escalatedAt?.toISOString() ?? null,
});
export type ShownItem = ReturnType<typeof toShown>;
