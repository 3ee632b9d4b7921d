import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { MailContent } from "./schema";

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
