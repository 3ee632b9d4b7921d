import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { MailContent, ReportMail } from "./schema";

/**
 * Writes a mail to each of these people who has an address, in the transaction of what it tells: any gateway sends it. Nothing
 * where no mail server is set.
 */
export async function writeMails(tx: Tx, userIds: readonly string[], content: MailContent): Promise<void> {
  if (!env().SMTP_URL) return;
  const rows = [...new Set(userIds)].map((userId) => ({ id: uuidv7(), userId }));
  await tx.$executeRaw`
    insert into mail (id, user_id, content, made_at, next_at)
    select r.id, r."userId", ${JSON.stringify(content)}::jsonb, ledger_now(), ledger_now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, "userId" uuid)
    join user_account u on u.id = r."userId" and u.email is not null and u.disabled_at is null`;
}

type To = { userId: string | null; address: string | null };

/** Writes the mails that carry the file of a run: to people like the others, and to addresses that are nobody's here. */
export async function writeReportMails(
  tx: Tx,
  runId: string,
  recipients: readonly To[],
  content: ReportMail,
): Promise<void> {
  const rows = recipients.map(({ userId, address }) => ({ id: uuidv7(), userId, address }));
  await tx.$executeRaw`
    insert into mail (id, user_id, address, run_id, content, made_at, next_at)
    select r.id, r."userId", r.address, ${runId}::uuid, ${JSON.stringify(content)}::jsonb, ledger_now(), ledger_now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, "userId" uuid, address text)
    left join user_account u on u.id = r."userId"
    where r.address is not null or (u.email is not null and u.disabled_at is null)`;
}
