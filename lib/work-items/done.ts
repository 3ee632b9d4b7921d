import { audit, byRule } from "@/lib/audit/commands";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { devicesByTeam, isOwed } from "./queries";
import { lockWorkItems, makeWorkItems } from "./write";

/** What was made a moment ago was counted by the publish that made it. */
const restSeconds = 60;

type Item = { id: string; teamId: string; releaseId: string };

/**
 * Closes work items of which no device is left: updated, or to have a newer release instead. Opens one again where an older version
 * came back. Counted by the policy itself, so not at every turn.
 */
export async function closeDoneWorkItems(): Promise<void> {
  const items = await db.$queryRaw<Item[]>`
    select w.id, w.team_id as "teamId", w.release_id as "releaseId" from work_item w join release r on r.id = w.release_id
    where r.status in ('published', 'paused')
      and case when w.closed_at is null then w.made_at <= ledger_now() - ${restSeconds} * interval '1 s' else ${isOwed} end`;
  const releaseIds = [...new Set(items.map(({ releaseId }) => releaseId))];
  for (const releaseId of releaseIds) {
    const devices = await devicesByTeam(releaseId);
    for (const { id, teamId } of items.filter((item) => item.releaseId === releaseId)) {
      await db.$transaction((tx) => turn(tx, id, devices.get(teamId) ?? 0));
    }
  }
}

async function turn(tx: Tx, id: string, devices: number) {
  await lockWorkItems(tx);
  const item = await tx.workItem.findUnique({ where: { id }, include: { release: true } });
  if (!item || item.release.status === "withdrawn") return;
  const now = await databaseNow(tx);
  if (!item.closedAt && devices === 0) {
    await tx.workItem.update({ where: { id }, data: { closedAt: now } });
    await audit(tx, byRule, { verb: "work-item.close", subject: id });
  } else if (item.closedAt && devices > 0) {
    const { teamId, releaseId, signOutAt } = item;
    await makeWorkItems(tx, [{ teamId, releaseId, mandatory: signOutAt !== null }], now);
  }
}
