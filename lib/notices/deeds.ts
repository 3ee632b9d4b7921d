import { db, type Tx } from "@/lib/db";
import type { NoticeAction } from "./schema";
import { meetDeadlines } from "./sweep";

/** What an app told of a notice of its session, and how long ago that was. */
export type Deed = { sessionId: string; noticeId: string; action: NoticeAction; agedMs: number };

/**
 * Stores what apps told of their notices in one statement; the first telling of each counts. Whoever acknowledges a mandatory
 * one is signed out by it. Answers in the order of the deeds: false where the session has no such notice.
 */
export async function storeDeeds(deeds: readonly Deed[]): Promise<boolean[]> {
  const rows = await db.$transaction((tx) => write(tx, deeds));
  await meetDeadlines(rows.flatMap(({ leaving }) => leaving ?? []));
  const stored = new Set(rows.map(({ id }) => id));
  return deeds.map(({ noticeId }) => stored.has(noticeId));
}

async function write(tx: Tx, deeds: readonly Deed[]) {
  // Seats before notices, as everybody does.
  await tx.$queryRaw`
    select 1 from seat where user_id in (select user_id from notice where id = any(${deeds.map((one) => one.noticeId)}::uuid[]))
    order by user_id for update`;
  return tx.$queryRaw<{ id: string; leaving: string | null }[]>`
    with d as (
      select n.id, t.action, greatest(n.made_at, ledger_now() - round(t."agedMs") * interval '1 ms') as at
      from json_to_recordset(${JSON.stringify(deeds)}::json)
        as t ("noticeId" uuid, "sessionId" uuid, action text, "agedMs" float8)
      join notice n on n.id = t."noticeId" and n.session_id = t."sessionId"
    ), told as (
      select id, min(at) as any_at, min(at) filter (where action <> 'received') as seen_at,
        min(at) filter (where action = 'acknowledged') as acknowledged_at,
        min(at) filter (where action = 'store_opened') as store_opened_at,
        max(at) filter (where action = 'later') as later_at
      from d group by id
    )
    update notice n set
      delivered_at = coalesce(n.delivered_at, t.any_at), seen_at = coalesce(n.seen_at, t.seen_at),
      acknowledged_at = coalesce(n.acknowledged_at, t.acknowledged_at),
      store_opened_at = coalesce(n.store_opened_at, t.store_opened_at),
      later_at = case when n.kind = 'recommended' and t.later_at >= coalesce(n.reminded_at, n.made_at)
        then greatest(n.later_at, t.later_at) else n.later_at end
    from told t where n.id = t.id
    returning n.id, case when t.acknowledged_at is not null and n.kind = 'mandatory' then n.user_id end as leaving`;
}
