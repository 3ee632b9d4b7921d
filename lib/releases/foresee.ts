import type { Tx } from "@/lib/db";
import { isOlder } from "@/lib/versions/order";
import type { Counts } from "./content";
import { type InForce, inForce } from "./in-force";
import { firstTold, type Installed, installedIn } from "./people";
import { type Decision, type PolicyRelease, policyOf } from "./policy";

export type Figure = keyof Counts;

/** What a release would mean for one installation. */
export type Foreseen = {
  one: Installed;
  figures: readonly Figure[];
  /** When its session ends for it. */
  signOutAt: Date | null;
  /** Until when its IT is to install it, whether or not anybody is signed in. */
  packagedUntil: Date | null;
};

const undated = { signOutAt: null, packagedUntil: null };

/**
 * What a release means at a moment, by the policy itself: with `release` as it would stand. Everything seen in its channel within
 * 30 days counts, not only who is signed in; who is now stands for who will be.
 */
export async function foresee(tx: Tx, release: PolicyRelease, at: Date): Promise<Foreseen[]> {
  const rules = await inForce(tx);
  const installed = await installedIn(tx, release.channel);
  // Of the others who was told says something of what somebody has yet to install, where it is mandatory or offered to nobody new.
  const others = rules.releases.filter(
    (one) =>
      one.channel === release.channel &&
      (one.kind === "mandatory" || one.status === "paused") &&
      installed.some((app) => isOlder(app, one)),
  );
  const told = await firstTold(tx, [release.id, ...others.map(({ id }) => id)], null);
  return judge(release, { rules, installed, told, now: at });
}

type Fleet = {
  rules: InForce;
  installed: readonly Installed[];
  told: Awaited<ReturnType<typeof firstTold>>;
  now: Date;
};

/**
 * The same for installations that were read before: several releases of a channel ask about the same ones. Whoever is to install
 * a newer one, or is signed out sooner for another one, owes that.
 */
export function judge(release: PolicyRelease, { rules, installed, told, now }: Fleet): Foreseen[] {
  const forced = {
    ...release,
    offers: release.offers.map((offer) => ({ ...offer, kind: "mandatory" as const })),
  };
  const others = rules.releases.filter(({ id }) => id !== release.id);
  const decide = policyOf([...others, release], { ...rules, now });
  // As if it were mandatory, to learn who could not install it.
  const ifForced = policyOf([forced], { ...rules, now });
  const ifItRan = policyOf([{ ...release, needs: null }], { ...rules, now });
  return installed.map((one) => {
    const subject = { ...one, told: told(one.userId) };
    const decision = decide(subject);
    if (decision.status === "unknown-version") {
      const offered = ifItRan(subject);
      const isOffered = "release" in offered && offered.release !== null;
      return { one, figures: isOffered ? ["unknownVersion"] : [], ...undated };
    }
    if (!isOlder(one, release)) return { one, figures: ["current"], ...undated };
    const unsupported = ifForced(subject).status === "os-too-old";
    if (decision.status === "current" || !isOwed(release, decision)) {
      return { one, figures: unsupported ? ["unsupportedOs"] : [], ...undated };
    }
    const forces = "because" in decision && decision.because.id === release.id ? decision : null;
    const signsOut = forces !== null && one.sessionId !== null;
    const figures: Figure[] = ["owed"];
    if (unsupported) figures.push("unsupportedOs");
    if (decision.packaged) figures.push("packageDeployment");
    else if (signsOut) figures.push(one.onInteraction ? "afterInteraction" : "signedOutNow");
    const signOutAt = signsOut ? forces.due : null;
    return { one, figures, signOutAt, packagedUntil: forces?.packaged && !forces.blocks ? forces.due : null };
  });
}

/** Whether this release is what is to be installed, or what signs out first. */
const isOwed = ({ id }: PolicyRelease, decision: Exclude<Decision, { status: "current" }>) =>
  decision.release?.id === id || ("because" in decision && decision.because.id === id);

export function countsOf(foreseen: readonly Foreseen[]): Counts {
  const counts: Counts = {
    owed: 0,
    signedOutNow: 0,
    afterInteraction: 0,
    unsupportedOs: 0,
    packageDeployment: 0,
    unknownVersion: 0,
    current: 0,
  };
  for (const { figures } of foreseen) for (const figure of figures) counts[figure] += 1;
  return counts;
}
