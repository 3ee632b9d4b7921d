import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { Counts } from "./content";
import type { ReleaseId } from "./schema";

type Row = {
  id: string;
  at: Date;
  verb: string;
  by: string | null;
  rule: boolean;
  note: string | null;
  counts: unknown;
};

/** What was done with a release, by whom and why, and what it meant for whom, the last first. A rule and a program have no name. */
export async function releaseHistory(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.at, a.verb, u.name as by, a.actor_kind = 'rule' as rule, d.note, d.changes -> 'to' -> 'counts' as counts
    from audit_entry a left join audit_detail d on d.entry_id = a.id left join user_account u on u.id = a.actor_id
    where a.subject = ${id} and a.verb like 'release.%'
    order by a.at desc, a.id desc limit 200`;
  return rows.map(({ counts, ...row }) => ({ ...row, counts: Counts.safeParse(counts).data ?? null }));
}
export type HistoryEntry = Awaited<ReturnType<typeof releaseHistory>>[number];
