import type { Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { teamIdsOf } from "./commands";
import type { ReleaseFacts } from "./facts";
import type { WiderQuery } from "./schema";

/** A release that is offered to a larger share, or to more teams by name. */
export async function widened(
  tx: Tx,
  release: ReleaseFacts,
  { percent, teams = [] }: Omit<WiderQuery, "id">,
) {
  const found = await teamIdsOf(tx, { teams });
  if (!found.ok) return found;
  const named = (found.value.teams ?? []).filter((id) => !release.teamIds.includes(id));
  const stagePercent = percent ?? release.stagePercent;
  if (stagePercent < release.stagePercent || (stagePercent === release.stagePercent && named.length === 0))
    return fail("stage-not-wider");
  return ok({ ...release, stagePercent, teamIds: [...release.teamIds, ...named] });
}
