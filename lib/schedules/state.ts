import { actorOf, can } from "@/lib/auth/actor";
import { maySee } from "@/lib/layouts/reach";
import type { Prisma, ReportRun } from "@/prisma/generated/client";
import type { ScheduleHalt } from "@/prisma/generated/enums";
import { toRecipient } from "./recipients";

/** A schedule with all that decides whether it may be sent. */
export const whole = {
  owner: { include: { supervises: { select: { teamId: true } } } },
  layout: true,
  recipients: {
    include: { user: { select: { name: true, email: true, disabledAt: true } } },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.ReportScheduleInclude;
export type WholeSchedule = Prisma.ReportScheduleGetPayload<{ include: typeof whole }>;

/** Why it cannot be sent any more until somebody sees to it; null where it can. */
export function reasonToHalt({ owner, recipients, ...schedule }: WholeSchedule): ScheduleHalt | null {
  if (owner.disabledAt) return "owner_disabled";
  if (!can(actorOf(owner), "reports:schedule")) return "owner_not_allowed";
  if (layoutState({ owner, ...schedule }) === "gone") return "layout_gone";
  return recipients.some((one) => toRecipient(one).address !== null) ? null : "no_recipients";
}

export const layoutStates = ["stock", "same", "changed", "gone"] as const;
export type LayoutState = (typeof layoutStates)[number];

/** What has become of the layout since the schedule was saved, for its owner. */
export function layoutState({
  owner,
  layout,
  layoutName,
  layoutRevision,
}: Pick<WholeSchedule, "owner" | "layout" | "layoutName" | "layoutRevision">): LayoutState {
  if (layoutName === null) return "stock";
  if (!layout || !maySee(actorOf(owner), layout)) return "gone";
  return layout.revision === layoutRevision ? "same" : "changed";
}

type Course = Pick<ReportRun, "attempts" | "madeAt" | "givenUpAt" | "settledAt" | "sent" | "unsent">;

export const runStates = ["waiting", "retrying", "sending", "sent", "partly", "failed"] as const;
export type RunState = (typeof runStates)[number];

/** How far a run is. */
export function runState({ attempts, madeAt, givenUpAt, settledAt, sent, unsent }: Course): RunState {
  if (givenUpAt) return "failed";
  if (!madeAt) return attempts > 1 ? "retrying" : "waiting";
  if (!settledAt) return "sending";
  if (unsent === 0) return "sent";
  return sent > 0 ? "partly" : "failed";
}
