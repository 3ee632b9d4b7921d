import { audit, byRule } from "@/lib/audit/commands";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { stampSeats } from "@/lib/seats/stamp";
import { afterTime } from "./course";
import { graceMinutes, keptDays } from "./schema";
import { takeStep } from "./write";

const atOnce = 100;

/** Ends requests whose time is over, or whose session is. Each is claimed by its row: any number of gateways may sweep. */
export async function sweepLogRequests(): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select r.id from log_request r left join session x on x.id = r.session_id
    where r.ended_at is null and (x.logout_at is not null
      or r.until <= ledger_now() - case when r.accepted_at is null then 0 else ${graceMinutes} end * interval '1 min')
    limit ${atOnce}`;
  for (const { id } of due) await db.$transaction((tx) => look(tx, id));
}

async function look(tx: Tx, id: string) {
  const [held] = await tx.$queryRaw<{ sessionOver: boolean }[]>`
    select exists (select from session where id = r.session_id and logout_at is not null) as "sessionOver"
    from log_request r where r.id = ${id}::uuid and r.ended_at is null for update skip locked`;
  if (!held) return;
  const request = await tx.logRequest.findUniqueOrThrow({ where: { id } });
  const step = afterTime(request, held, await databaseNow(tx));
  if (!step) return;
  await takeStep(tx, id, step);
  await stampSeats(tx, [request.userId]);
}

/** Deletes logs that nobody keeps some days after their end; that it was done is in the audit log. */
export async function forgetOldLogs(): Promise<void> {
  await db.$transaction(async (tx) => {
    const old = await tx.$queryRaw<{ id: string }[]>`
      select id from log_request
      where not kept and ended_at < (select ledger_now()) - ${keptDays} * interval '1 day'
      order by ended_at limit ${atOnce} for update skip locked`;
    for (const { id } of old) {
      await tx.logRequest.delete({ where: { id } });
      await audit(tx, byRule, { verb: "log-request.expire", subject: id });
    }
  });
}
