import { audit, byRule } from "@/lib/audit/commands";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { writeMails } from "@/lib/mail/write";
import type { ScheduleHalt } from "@/prisma/generated/enums";
import type { Run } from "./claim";
import { Rhythm } from "./rhythm";
import { reasonToHalt, whole } from "./state";

/** The schedule of a run, if it may go out; else the run is over, and where nothing better can come of the next the schedule stops. */
export async function scheduleToSend(run: Run) {
  const schedule = await db.reportSchedule.findUniqueOrThrow({
    where: { id: run.scheduleId },
    include: whole,
  });
  const halted = schedule.haltedWhy !== null && !run.trial;
  if (schedule.deletedAt || halted) return endRun(db, run.id, schedule.haltedWhy);
  if (reasonToHalt(schedule) === null) return schedule;
  return db.$transaction((tx) => halt(tx, run));
}

async function halt(tx: Tx, run: Run) {
  await tx.$queryRaw`select 1 from report_schedule where id = ${run.scheduleId}::uuid for no key update`;
  const schedule = await tx.reportSchedule.findUniqueOrThrow({
    where: { id: run.scheduleId },
    include: whole,
  });
  const why = reasonToHalt(schedule);
  // Somebody has just seen to it.
  if (why === null) return schedule;
  await endRun(tx, run.id, why);
  if (run.trial || schedule.haltedAt) return null;
  const { id, ownerId, name, rhythm, revision } = schedule;
  await tx.reportSchedule.update({
    where: { id },
    data: { haltedAt: await databaseNow(tx), haltedWhy: why, nextAt: null, revision: revision + 1 },
  });
  await audit(tx, byRule, { verb: "schedule.stop", subject: id, changes: { why } });
  const { zone } = Rhythm.parse(rhythm);
  await writeMails(tx, [ownerId], { code: "schedule-stopped", schedule: name, why, zone });
  return null;
}

async function endRun(tx: Tx, id: string, why: ScheduleHalt | null) {
  await tx.$executeRaw`
    update report_run set given_up_at = ledger_now(), failure = ${why}
    where id = ${id}::uuid and made_at is null and given_up_at is null`;
  return null;
}
