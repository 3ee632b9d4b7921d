import { rolesWith } from "@/lib/auth/permissions";
import { db, type Tx } from "@/lib/db";
import { withdrawn } from "@/lib/mail/schema";
import { writeMails } from "@/lib/mail/write";
import { Rhythm } from "./rhythm";

const settledAtOnce = 50;

/**
 * Closes the runs whose mails are out, or never will be, forgets the files that went to everybody, and tells their owners of what did
 * not arrive: somebody may send it again.
 */
export async function settleRuns(): Promise<void> {
  await withdrawMails();
  const runs = await db.$queryRaw<{ id: string }[]>`
    select r.id from report_run r where r.made_at is not null and r.settled_at is null
      and not exists (select from mail m where m.run_id = r.id and m.sent_at is null and m.given_up_at is null)
    limit ${settledAtOnce}`;
  for (const { id } of runs) await db.$transaction((tx) => settle(tx, id));
}

/** A mail that the server has not taken yet stays here once its schedule stops, or its owner may not send it any more. */
async function withdrawMails() {
  await db.$executeRaw`
    update mail m set given_up_at = ledger_now(), failure = ${withdrawn}
    from report_run r join report_schedule s on s.id = r.schedule_id join user_account o on o.id = s.owner_id
    where m.run_id = r.id and r.settled_at is null and m.sent_at is null and m.given_up_at is null
      and (s.deleted_at is not null or (s.halted_at is not null and not r.trial)
        or o.disabled_at is not null or not o.roles && ${rolesWith("reports:schedule")}::role[])`;
}

type Outcome = { sent: number; unsent: number; refused: number; failure: string | null };

async function settle(tx: Tx, id: string) {
  const [held] = await tx.$queryRaw<object[]>`
    select 1 from report_run where id = ${id}::uuid and settled_at is null for update skip locked`;
  if (!held) return;
  const [outcome] = await tx.$queryRaw<[Outcome]>`
    select count(sent_at)::int as sent, count(given_up_at)::int as unsent,
      (count(*) filter (where given_up_at is not null and failure <> ${withdrawn}))::int as refused,
      (array_agg(failure order by failure = ${withdrawn}, id) filter (where given_up_at is not null))[1] as failure
    from mail where run_id = ${id}::uuid`;
  const { sent, unsent, refused, failure } = outcome;
  await tx.$executeRaw`
    update report_run set settled_at = ledger_now(), sent = ${sent}, unsent = ${unsent}, failure = ${failure},
      file = case when ${refused}::int > 0 then file end
    where id = ${id}::uuid`;
  const { schedule, dueAt, trial } = await tx.reportRun.findUniqueOrThrow({
    where: { id },
    include: { schedule: true },
    omit: { file: true },
  });
  if (refused === 0 || trial) return;
  await writeMails(tx, [schedule.ownerId], {
    code: "schedule-undelivered",
    schedule: schedule.name,
    zone: Rhythm.parse(schedule.rhythm).zone,
    dueAt: dueAt.toISOString(),
    count: refused,
    said: failure ?? "",
  });
}
