import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db";
import { packageDays } from "@/lib/releases/deadline";

type Owed = { teamId: string; releaseId: string; mandatory: boolean };

/**
 * Sees to it that teams on package deployment have a work item for what they owe. Its date counts from when the release is
 * mandatory for them; one that was set stays. Whoever is responsible is told of it as it stands then: see sweep.ts.
 */
export async function makeWorkItems(tx: Tx, owed: readonly Owed[], now: Date): Promise<void> {
  const once = new Map(owed.map((one) => [`${one.releaseId} ${one.teamId} ${one.mandatory}`, one]));
  if (once.size === 0) return;
  const rows = [...once.values()]
    // A mandatory one last: it sets the date.
    .toSorted((a, b) => Number(a.mandatory) - Number(b.mandatory))
    .map((one) => ({ id: uuidv7(), ...one }));
  await lockWorkItems(tx);
  for (const { id, releaseId, teamId, mandatory } of rows) {
    await tx.$executeRaw`
      insert into work_item as w (id, release_id, team_id, made_at, sign_out_at)
      values (${id}::uuid, ${releaseId}::uuid, ${teamId}::uuid, ${now},
        case when ${mandatory} then ${now}::timestamptz + ${packageDays} * interval '1 day' end)
      on conflict (release_id, team_id) do update set sign_out_at = excluded.sign_out_at, told_at = null
      where w.sign_out_at is null and excluded.sign_out_at is not null`;
  }
}

/** Whoever changes work items does so alone: each of them changes what the policy reads, too. */
export async function lockWorkItems(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('work items'))`;
}
