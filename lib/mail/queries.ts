import type { Tx } from "@/lib/db";
import { withdrawn } from "./schema";

export type MailFigures = {
  /** Not taken by the mail server yet. */
  waiting: number;
  /** Given up within the last day. */
  failed: number;
};

export async function mailFigures(tx: Tx): Promise<MailFigures> {
  const [row] = await tx.$queryRaw<[MailFigures]>`
    select (select count(*)::int from mail where sent_at is null and given_up_at is null) as waiting,
      (select count(*)::int from mail where given_up_at > (select ledger_now()) - interval '1 day' and failure <> ${withdrawn}) as failed`;
  return row;
}
