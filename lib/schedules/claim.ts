import { db } from "@/lib/db";
import { log } from "@/lib/log";

/** Who has beaten for so long no more is gone. */
const claimSeconds = 60;
const beatMs = 15_000;

export type Run = { id: string; scheduleId: string; dueAt: Date; trial: boolean; attempts: number };

/** A run that is due, for whoever asks first. Its attempts tell one claim from the next. */
export async function claimRun(): Promise<Run | undefined> {
  const [run] = await db.$queryRaw<Run[]>`
    with due as (
      select id from report_run where made_at is null and given_up_at is null and next_at <= (select ledger_now())
      order by next_at limit 1 for update skip locked
    )
    update report_run r set attempts = r.attempts + 1, next_at = ledger_now() + ${claimSeconds} * interval '1 s'
    from due where r.id = due.id
    returning r.id, r.schedule_id as "scheduleId", r.due_at as "dueAt", r.trial, r.attempts`;
  return run;
}

/** Keeps others from a run that takes its time; returns how to stop. */
export function beatFor({ id, attempts }: Run) {
  const timer = setInterval(() => {
    db.$executeRaw`
      update report_run set next_at = ledger_now() + ${claimSeconds} * interval '1 s'
      where id = ${id}::uuid and attempts = ${attempts}`.catch((error: unknown) =>
      log.warn({ error: String(error), run: id }, "a run of a schedule did not beat"),
    );
  }, beatMs);
  return () => clearInterval(timer);
}
