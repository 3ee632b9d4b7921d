import type { Tx } from "@/lib/db";
import { readSettingsNow } from "@/lib/settings/queries";
import { type ReleaseFacts, releaseFacts } from "./facts";
import { policyOf, type Rules } from "./policy";

/** What the policy reads, and the revision under which it stood. */
export type InForce = Omit<Rules, "now"> & { revision: number; releases: readonly ReleaseFacts[] };

let held: InForce | undefined;

/** The present revision of what the policy reads. */
export async function policyRevision(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ revision: number }]>`select revision::float8 from update_policy`;
  return row.revision;
}

/** What stands now; `revision` spares the question where the caller has asked it. */
export async function inForce(tx: Tx, revision?: number): Promise<InForce> {
  const wanted = revision ?? (await policyRevision(tx));
  // Read after the revision: what is newer than it is settled once more, and nothing is settled too little.
  if (held?.revision !== wanted) held = await readAll(tx, wanted);
  return held;
}

async function readAll(tx: Tx, revision: number): Promise<InForce> {
  const rows = await tx.release.findMany({ where: { status: { in: ["published", "paused"] } } });
  const teams = await tx.team.findMany({
    where: { packageDeployment: true },
    select: { id: true, workItems: { select: { releaseId: true, signOutAt: true, closedAt: true } } },
  });
  const { unknownVersion } = await readSettingsNow(tx);
  const packages = new Map(
    teams.map(({ id, workItems }) => [
      id,
      new Map(
        workItems.map(({ releaseId, signOutAt, closedAt }) => [
          releaseId,
          { signOutAt, closed: closedAt !== null },
        ]),
      ),
    ]),
  );
  return { revision, unknownVersion, packages, releases: rows.map(releaseFacts) };
}

/** The policy at a moment; with `as`, a release as it would be stands in for it as it is. */
export function policyAt({ releases, ...rules }: InForce, now: Date, as?: ReleaseFacts) {
  const others = as ? releases.filter(({ id }) => id !== as.id) : releases;
  return policyOf(as ? [...others, as] : others, { ...rules, now });
}
