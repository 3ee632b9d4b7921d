import { v7 as uuidv7 } from "uuid";
import { audit, byRule } from "@/lib/audit/commands";
import type { Tx } from "@/lib/db";
import { packageDays } from "@/lib/releases/deadline";

type Owed = { teamId: string; releaseId: string; mandatory: boolean };

/**
 * Sees to it that teams on package deployment have a work item for what they owe. One that becomes mandatory, or was closed, is a
 * new one: its date counts from now, unless a later one was set, and somebody is to take it on. Whoever is responsible is told of
 * it as it stands then: see sweep.ts.
 */
export async function makeWorkItems(tx: Tx, owed: readonly Owed[], now: Date): Promise<void> {
  // A mandatory one last: it sets the date.
  const inOrder = owed.toSorted((a, b) => Number(a.mandatory) - Number(b.mandatory));
  const once = new Map(inOrder.map((one) => [`${one.releaseId} ${one.teamId}`, one]));
  if (once.size === 0) return;
  await lockWorkItems(tx);
  for (const { releaseId, teamId, mandatory } of once.values()) {
    const reopened = await tx.$queryRaw<{ id: string }[]>`
      with closed as (
        select id from work_item where release_id = ${releaseId}::uuid and team_id = ${teamId}::uuid and closed_at is not null
      ), written as (
        insert into work_item as w (id, release_id, team_id, made_at, sign_out_at)
        select ${uuidv7()}::uuid, id, ${teamId}::uuid, ${now}::timestamptz,
          case when ${mandatory} then ${now}::timestamptz + ${packageDays} * interval '1 day' end
        from release where id = ${releaseId}::uuid and status <> 'withdrawn'
        on conflict (release_id, team_id) do update set made_at = excluded.made_at,
          sign_out_at = case when excluded.sign_out_at is not null then greatest(w.sign_out_at, excluded.sign_out_at) end,
          closed_at = null, told_at = null, escalated_at = null, acknowledged_at = null, acknowledged_by_id = null
        where w.closed_at is not null or (w.sign_out_at is null and excluded.sign_out_at is not null)
        returning w.id
      )
      select id from written join closed using (id)`;
    for (const item of reopened) await audit(tx, byRule, { verb: "work-item.reopen", subject: item.id });
  }
}

/** Whoever changes work items does so alone: each of them changes what the policy reads, too. */
export async function lockWorkItems(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('work items'))`;
}
