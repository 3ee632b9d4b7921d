import { auditEach } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { type RetryMails, withdrawn } from "./schema";

/** Sends mails that were given up once more, as often as a new one: some, or all of them. A report waits for them anew. */
export async function retryMails(actor: Actor, { ids }: RetryMails) {
  authorize(actor, "settings:write");

  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; runId: string | null }[]>`
      update mail set given_up_at = null, attempts = 0, next_at = ledger_now()
      where given_up_at is not null and sent_at is null and failure <> ${withdrawn} and (${ids === undefined} or id = any(${ids ?? []}::uuid[]))
      returning id, run_id as "runId"`;
    if (rows.length === 0) return fail("not-found");
    const runIds = rows.flatMap(({ runId }) => runId ?? []);
    await tx.reportRun.updateMany({ where: { id: { in: runIds } }, data: { settledAt: null } });
    await auditEach(
      tx,
      actor,
      rows.map(({ id }) => ({ verb: "mail.retry", subject: id })),
    );
    return ok({ count: rows.length });
  });
}
