import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { planNotices, wantedNotice } from "@/lib/notices/plan";
import { isQuiet } from "@/lib/notices/quiet";
import { seenOf } from "@/lib/notices/seen";
import { openBySession, type SessionPlan, writePlans } from "@/lib/notices/write";
import { lockSeats } from "@/lib/seats/lock";
import { readSettings } from "@/lib/settings/queries";
import { makeWorkItems } from "@/lib/work-items/write";
import type { ReleaseFacts } from "./facts";
import { inForce, policyAt, policyRevision } from "./in-force";
import { isNews, type Outcome, outcomeOf, owedByIt } from "./outcome";
import { firstTold, installedBy, type JudgedInstall, unsettledUsers } from "./people";
import type { Decision } from "./policy";

const atOnce = 1000;

/**
 * Judges anew whatever another revision of the policy has judged: outcomes and notices, in batches, until nothing is left.
 * A sign-in that ran beside a publish is found here, too. Any number of processes may do so at once.
 */
export const settleAll = () =>
  settleBoth(async (tx, half) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('settle'), ${half}::int)`;
    return true;
  });

/** The same, but for what somebody else is at: what they may leave is found the next time. */
export const settleWhatIsLeft = () =>
  settleBoth(async (tx, half) => {
    const [row] = await tx.$queryRaw<[{ free: boolean }]>`
      select pg_try_advisory_xact_lock(hashtext('settle'), ${half}::int) as free`;
    return row.free;
  });

type Half = 0 | 1;

/** Takes the lock of one half of the users; false where it leaves them to whoever has it. */
type Lock = (tx: Tx, half: Half) => Promise<boolean>;

async function settleBoth(lock: Lock): Promise<void> {
  // One waits for Postgres while the other computes.
  await Promise.all([settleHalf(0, lock), settleHalf(1, lock)]);
}

/** One half of the users, in batches one after the other, whoever does it. */
async function settleHalf(half: Half, lock: Lock): Promise<void> {
  let left = (await unsettledUsers(db, await policyRevision(db), { half, most: 1 })).length > 0;
  while (left) {
    left = await db.$transaction(async (tx) => {
      if (!(await lock(tx, half))) return false;
      const userIds = await unsettledUsers(tx, await policyRevision(tx), { half, most: atOnce });
      if (userIds.length > 0) await settle(tx, userIds);
      return userIds.length > 0;
    });
  }
}

/** The same for these users in a transaction of the caller. */
export async function settle(tx: Tx, userIds: readonly string[]): Promise<void> {
  await lockSeats(tx, userIds);
  const rules = await inForce(tx);
  const now = await databaseNow(tx);
  const installed = await installedBy(tx, userIds);
  const releaseIds = rules.releases.map(({ id }) => id);
  const sessionIds = installed.flatMap(({ sessionId }) => sessionId ?? []);
  const told = await firstTold(tx, releaseIds, userIds);
  const open = await openBySession(tx, sessionIds);
  const seen = await seenOf(tx, userIds, isQuiet(await readSettings(tx), now));
  const decide = policyAt(rules, now);
  const decided = installed.map((one) => ({ one, decision: decide({ ...one, told: told(one.userId) }) }));

  await makeWorkItems(tx, owedByTeam(decided), now);
  const standing = new Set(releaseIds);
  const plans = decided.flatMap(({ one, decision }): SessionPlan[] => {
    const { sessionId, userId } = one;
    if (!sessionId) return [];
    const plan = planNotices({
      open: open.get(sessionId) ?? [],
      wanted: wantedNotice(decision),
      seen: (releaseId) => seen.has(`${userId} ${releaseId}`),
      isWithdrawn: (releaseId) => !standing.has(releaseId),
    });
    return [{ sessionId, userId, plan }];
  });
  await writePlans(tx, plans, now);
  const news = plans.filter(({ plan }) => plan.make || plan.close.length + plan.change.length > 0);
  await writeOutcomes(
    tx,
    decided.map(({ one, decision }) => ({ one, outcome: outcomeOf(decision) })),
    rules.revision,
    news.map(({ userId }) => userId),
  );
}

type Decided = { one: JudgedInstall; decision: Decision<ReleaseFacts> };

/** Which teams on package deployment owe which release. */
function owedByTeam(decided: readonly Decided[]) {
  return decided.flatMap(({ one: { teamId, counts }, decision }) => {
    const owed = owedByIt(decision);
    return counts && owed ? [{ teamId, ...owed }] : [];
  });
}

/** Screens hear of those whose outcome or notices are others than before: their seats are stamped. */
async function writeOutcomes(
  tx: Tx,
  outcomes: readonly { one: JudgedInstall; outcome: Outcome }[],
  revision: number,
  told: readonly string[],
) {
  const changed = outcomes.filter(({ one, outcome }) => isNews(one, outcome));
  const rows = outcomes.map(({ one, outcome }) => ({ id: one.id, ...outcome }));
  await tx.$executeRaw`
    update installation i set update_status = o.status::update_status, update_release_id = o."releaseId",
      update_since = o.since, update_revision = ${revision}
    from json_to_recordset(${JSON.stringify(rows)}::json) as o (id uuid, status text, "releaseId" uuid, since timestamptz)
    where i.id = o.id`;
  await tx.$executeRaw`
    update seat set user_id = user_id
    where user_id = any(${[...told]}::uuid[]) or installation_id = any(${changed.map(({ one }) => one.id)}::uuid[])`;
}
