import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { lockRelease } from "./commands";
import { asOffered, releaseFacts } from "./facts";
import { countsOf, foresee } from "./foresee";
import { offerRelease, stepped } from "./offer";
import { settleAll } from "./outcomes";
import { goesOutAt, isFarMore, isInStore, isSeen, isTyped, kindConfirmed } from "./readiness";
import type { PublishRelease } from "./schema";

/**
 * Publishes a draft, now or at its time. A person who publishes one that is mandatory, or becomes it by itself, types its version and
 * says which counts they saw; with a fifth more sign-outs than these it asks again. One that is due and holds goes out by this, too.
 */
export async function publishRelease(
  actor: Actor,
  { id, revision, reason, typedVersion, counts, atOnce = false }: PublishRelease,
) {
  authorize(actor, "releases:publish");

  const published = await db.$transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    if (!release) return fail("not-found");
    if (release.status !== "draft" && release.status !== "scheduled") return fail("release-is-out");
    if (revision !== undefined && revision !== release.revision) return fail("setting-changed");
    const signsOut = kindConfirmed(release) === "mandatory";
    if (signsOut && !isInStore(release)) return fail("not-in-store");
    if (signsOut && !(isSeen(actor, counts) && isTyped(actor, release, typedVersion)))
      return fail("not-confirmed");

    const now = await databaseNow(tx);
    const at = goesOutAt(atOnce ? { ...release, publishAt: null } : release, now);
    const foreseen = await foresee(tx, asOffered(release, at, kindConfirmed(release)), at);
    const counted = countsOf(foreseen);
    if (signsOut && counts && isFarMore(counted, counts)) return fail("counts-changed");
    const confirmed = counts ?? counted;
    const note = reason === undefined ? {} : { note: reason };

    if (at > now) {
      const data = { ...stepped, status: "scheduled" as const, publishAt: at, confirmed };
      const scheduled = await tx.release.update({ where: { id }, data });
      const changes = { to: { publishAt: at.toISOString(), counts: confirmed } };
      await audit(tx, actor, { verb: "release.schedule", subject: id, changes, ...note });
      return ok(releaseFacts(scheduled));
    }
    const out = await offerRelease(tx, release, { kind: release.kind, foreseen, confirmed, now });
    const changes = { to: { kind: release.kind, counts: counted } };
    await audit(tx, actor, { verb: "release.publish", subject: id, changes, ...note });
    return ok(out);
  });
  if (published.ok && published.value.status === "published") await settleAll();
  return published;
}
