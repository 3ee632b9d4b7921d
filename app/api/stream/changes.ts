import type { Actor } from "@/lib/auth/actor";
import { liveRows, type Stamp } from "@/lib/live/queries";
import type { LiveChange } from "@/lib/live/row";

/**
 * The rows that changed, as far as they are in the reader's scope; one that has left it is sent as gone. `visible` holds
 * who is in a scope of teams, and is kept up to date.
 */
export async function changesFor(
  stamps: readonly Stamp[],
  scope: Actor["scope"],
  visible: Set<string>,
): Promise<LiveChange[]> {
  if (stamps.length === 0) return [];
  const rows = await liveRows(stamps.map((stamp) => stamp.userId));
  if (scope === "all") return rows;
  return rows.flatMap((row): LiveChange[] => {
    if (scope.includes(row.teamId)) {
      visible.add(row.id);
      return [row];
    }
    return visible.delete(row.id) ? [{ id: row.id, revision: row.revision, gone: true }] : [];
  });
}
