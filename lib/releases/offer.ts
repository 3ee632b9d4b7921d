import type { Tx } from "@/lib/db";
import { makeWorkItems } from "@/lib/work-items/write";
import { Prisma } from "@/prisma/generated/client";
import type { ReleaseKind } from "@/prisma/generated/enums";
import type { Counts } from "./content";
import { asOffered, type ReleaseFacts, releaseFacts } from "./facts";
import type { Foreseen } from "./foresee";
import { kindConfirmed } from "./readiness";

/** What every step of a release's course leaves behind. */
export const stepped = { held: Prisma.DbNull, revision: { increment: 1 } };

/** The columns that say how and from when on people may be signed out by it. */
export function howSignedOut(release: ReleaseFacts) {
  const { inStoreAt, graceMinutes, hardLimitMinutes, signOutMode, signOutBy, wavePercent, waveMinutes } =
    release;
  return { inStoreAt, graceMinutes, hardLimitMinutes, signOutMode, signOutBy, wavePercent, waveMinutes };
}

type Step = { kind: ReleaseKind; foreseen: readonly Foreseen[]; confirmed: Counts; now: Date };

/**
 * Offers a locked release from now on, as it is handed in: the only way in which it reaches anybody. Teams on package
 * deployment get their work items with it.
 */
export async function offerRelease(tx: Tx, release: ReleaseFacts, { kind, foreseen, confirmed, now }: Step) {
  const { offers } = asOffered(release, now, kind);
  // Before the release: everybody changes work items first, and what the policy reads after.
  // What was foreseen is what it will be: who owes it as it is now gets theirs when everybody is judged.
  const isSame = kindConfirmed(release) === kind;
  const packaged = isSame ? foreseen.filter(({ figures }) => figures.includes("packageDeployment")) : [];
  await makeWorkItems(
    tx,
    packaged.map(({ one: { teamId } }) => ({
      teamId,
      releaseId: release.id,
      mandatory: kind === "mandatory",
    })),
    now,
  );
  const row = await tx.release.update({
    where: { id: release.id },
    data: {
      ...stepped,
      // Widened, it asks as before whether to become mandatory.
      ...(release.held && release.status === "published" && kind === "recommended" && { held: release.held }),
      kind,
      stagePercent: release.stagePercent,
      teamIds: release.teamIds,
      ...howSignedOut(release),
      escalateAt: kind === "mandatory" ? null : release.escalateAt,
      status: "published",
      publishedAt: release.publishedAt ?? now,
      offers: offers.map((offer) => ({ ...offer, at: offer.at.toISOString(), teams: [...offer.teams] })),
      confirmed,
    },
  });
  return releaseFacts(row);
}
