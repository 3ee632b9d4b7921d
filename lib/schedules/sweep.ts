import { pauseAfter } from "@/lib/attempts";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { type ReportFailure, reportFailures } from "@/lib/mail/schema";
import { writeMails } from "@/lib/mail/write";
import { Prisma } from "@/prisma/generated/client";
import { beatFor, claimRun, type Run } from "./claim";
import { scheduleToSend } from "./halt";
import { largestBytes, type Making, makeRun } from "./make";
import { Rhythm } from "./rhythm";
import { settleRuns } from "./settle";
import { turnSchedules } from "./turn";

/** With the pauses between them, about twenty minutes. */
export const mostTries = 8;
/** How long a deletion can be taken back. */
const keptHours = 24;
const runsKeptDays = 90;
/** As long as a mail that was given up, which may be sent again. */
const filesKeptDays = 30;

/**
 * Sends what schedules are due to send. What is due becomes a row, once; the row is made into a file and mails by whichever
 * process claims it; the mails go out like all others. A process that is killed in between leaves its row to the others.
 */
export async function sweepSchedules(words: Making["words"], largest = largestBytes): Promise<void> {
  await turnSchedules();
  for (let run = await claimRun(); run; run = await claimRun()) await carryOut(run, { words, largest });
  await settleRuns();
}

async function carryOut(run: Run, making: Making) {
  const stop = beatFor(run);
  try {
    const schedule = await scheduleToSend(run);
    if (!schedule) return;
    const made = await makeRun(run, schedule, making);
    if (!made.ok) await retry(run, made.code);
  } catch (error) {
    log.error({ error: String(error), run: run.id }, "a scheduled report could not be made");
    await retry(run, "internal");
  } finally {
    stop();
  }
}

const isKnown = (code: string): code is ReportFailure => reportFailures.some((one) => one === code);

async function retry({ id, attempts, dueAt, trial, scheduleId }: Run, code: string) {
  const why = isKnown(code) ? code : "internal";
  const givesUp = attempts >= mostTries || (trial && why !== "report-queue-full");
  await db.$transaction(async (tx) => {
    const given = givesUp ? Prisma.sql`given_up_at = ledger_now()` : Prisma.sql`given_up_at = null`;
    const changed = await tx.$executeRaw`
      update report_run set failure = ${why}, next_at = ledger_now() + ${pauseAfter(Prisma.sql`attempts`)}, ${given}
      where id = ${id}::uuid and attempts = ${attempts} and made_at is null and given_up_at is null`;
    if (changed === 0 || !givesUp || trial) return;
    const { ownerId, name, rhythm } = await tx.reportSchedule.findUniqueOrThrow({
      where: { id: scheduleId },
    });
    await writeMails(tx, [ownerId], {
      code: "schedule-failed",
      schedule: name,
      zone: Rhythm.parse(rhythm).zone,
      dueAt: dueAt.toISOString(),
      why,
    });
  });
}

/** Forgets schedules whose deletion cannot be taken back any more, and old runs. */
export async function forgetOldSchedules(): Promise<void> {
  await db.$executeRaw`
    delete from report_schedule where deleted_at < (select ledger_now()) - ${keptHours} * interval '1 hour'`;
  await db.$executeRaw`
    update report_run set file = null
    where file is not null and settled_at < (select ledger_now()) - ${filesKeptDays} * interval '1 day'`;
  await db.$executeRaw`
    delete from report_run where coalesce(settled_at, given_up_at) < (select ledger_now()) - ${runsKeptDays} * interval '1 day'`;
}
