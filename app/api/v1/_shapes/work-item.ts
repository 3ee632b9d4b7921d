import { z } from "zod";
import { versionLabel } from "@/lib/versions/label";
import type { WorkItemRow } from "@/lib/work-items/queries";
import { Channel, ReleaseKind } from "@/prisma/generated/enums";

const time = z.iso.datetime();

export const WorkItem = z
  .strictObject({
    id: z.uuid(),
    releaseId: z.uuid(),
    channel: z.enum(Channel),
    label: z.string(),
    kind: z.enum(ReleaseKind),
    team: z.string(),
    responsible: z.array(z.string()),
    madeAt: time,
    signOutAt: time.nullable(),
    acknowledgedAt: time.nullable(),
    escalatedAt: time.nullable(),
    closedAt: time.nullable(),
  })
  .meta({ id: "WorkItem" });

export const workItemJson = ({ release, team, ...item }: WorkItemRow): z.input<typeof WorkItem> => ({
  id: item.id,
  releaseId: release.id,
  channel: release.channel,
  label: versionLabel(release.version, release.build),
  kind: release.kind,
  team: team.name,
  responsible: team.responsible.map(({ user }) => user.username).toSorted(),
  madeAt: item.madeAt.toISOString(),
  signOutAt: item.signOutAt?.toISOString() ?? null,
  acknowledgedAt: item.acknowledgedAt?.toISOString() ?? null,
  escalatedAt: item.escalatedAt?.toISOString() ?? null,
  closedAt: item.closedAt?.toISOString() ?? null,
});
