import { audit, byRule } from "@/lib/audit/commands";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { log } from "@/lib/log";
import { lockRelease } from "./commands";
import { asOffered, type ReleaseFacts } from "./facts";
import { countsOf, foresee } from "./foresee";
import { offerRelease } from "./offer";
import { settleWhatIsLeft } from "./outcomes";
import { isFarMore, turnsAt } from "./readiness";
import { escalated } from "./then";

/**
 * Publishes what is due by its date and escalates what is due by its date, then judges whatever is not judged by what stands
 * now. One that would sign out far more people than somebody confirmed holds and asks. Any number of gateways may do so.
 */
export async function turnReleases(): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select id from release where held is null and ((status = 'scheduled' and publish_at <= ledger_now())
      or (status = 'published' and kind = 'recommended'
        and greatest(escalate_at, case when escalate_at is not null then in_store_at + hold_hours * interval '1 hour' end)
          <= ledger_now()))`;
  for (const { id } of due) {
    // One that fails keeps no other from its turn, nor anybody from what stands.
    await db
      .$transaction((tx) => turn(tx, id))
      .catch((error: unknown) => log.error({ release: id, error: String(error) }, "a release had no turn"));
  }
  await settleWhatIsLeft();
}

async function turn(tx: Tx, id: string) {
  const release = await lockRelease(tx, id);
  const now = await databaseNow(tx);
  const next = release && nextOf(release, now);
  if (!release || !next) return;
  const { kind, verb, as } = next;
  const foreseen = await foresee(tx, asOffered(as, now, kind), now);
  const counts = countsOf(foreseen);
  const { confirmed } = release;
  if (kind === "mandatory" && confirmed && isFarMore(counts, confirmed)) {
    await tx.release.update({ where: { id }, data: { held: { at: now.toISOString(), counts } } });
    await audit(tx, byRule, { verb: "release.hold", subject: id, changes: { from: confirmed, to: counts } });
    return;
  }
  await offerRelease(tx, as, { kind, foreseen, confirmed: confirmed ?? counts, now });
  await audit(tx, byRule, { verb, subject: id, changes: { to: { kind, counts } } });
}

/** What is due of a release under its lock: another gateway may have done it. */
function nextOf(release: ReleaseFacts, now: Date) {
  const { status, kind, publishAt, escalateAt, held } = release;
  if (held) return null;
  if (status === "scheduled" && publishAt && publishAt <= now)
    return { kind, verb: "release.publish", as: release };
  if (status === "published" && kind === "recommended" && escalateAt && turnsAt(release, escalateAt) <= now)
    return { kind: "mandatory" as const, verb: "release.escalate", as: escalated(release) };
  return null;
}
