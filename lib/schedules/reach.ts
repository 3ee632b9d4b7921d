import { type Actor, authorize, can } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import type { ReportSchedule } from "@/prisma/generated/client";

type Owned = Pick<ReportSchedule, "ownerId">;

/** What it shows is its owner's to choose. */
export const mayEdit = (actor: Actor, { ownerId }: Owned) => actor.id === ownerId;

/** Pauses, resumes and deletes it. */
export const maySteer = (actor: Actor, schedule: Owned) =>
  mayEdit(actor, schedule) || can(actor, "schedules:oversee");

/** The part of a query that keeps to the schedules that the actor sees: their own, or all. */
export const schedulesSeen = (actor: Actor) =>
  can(actor, "schedules:oversee") ? {} : { ownerId: actor.id ?? "" };

/** A schedule that the actor sees, locked until the transaction ends. */
export async function lockSchedule(tx: Tx, actor: Actor, id: string): Promise<ReportSchedule | null> {
  authorize(actor, "reports:schedule");
  await tx.$queryRaw`select 1 from report_schedule where id = ${id}::uuid for no key update`;
  return tx.reportSchedule.findFirst({ where: { id, ...schedulesSeen(actor) } });
}
