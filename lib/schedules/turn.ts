import { v7 as uuidv7 } from "uuid";
import { later } from "@/lib/clock";
import { db } from "@/lib/db";
import { nextTime, Rhythm } from "./rhythm";

/** What was due while no gateway was there is made up for, unless it is older. */
const latestMs = 7 * 24 * 3_600_000;

/** Writes down what is due, each time once, whoever else does the same. */
export async function turnSchedules(): Promise<void> {
  while (await turnOne());
}

type Due = { id: string; dueAt: Date; rhythm: unknown; now: Date };

const turnOne = () =>
  db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<Due[]>`
      select id, next_at as "dueAt", rhythm, ledger_now() as now from report_schedule
      where deleted_at is null and next_at <= (select ledger_now())
      order by next_at limit 1 for no key update skip locked`;
    if (!due) return false;
    const { id, dueAt, now } = due;
    const earliest = new Date(now.getTime() - latestMs);
    if (dueAt >= earliest)
      await tx.reportRun.create({ data: { id: uuidv7(), scheduleId: id, dueAt, nextAt: now } });
    const nextAt = nextTime(Rhythm.parse(due.rhythm), later(dueAt, earliest));
    await tx.reportSchedule.update({ where: { id }, data: { nextAt } });
    return true;
  });
