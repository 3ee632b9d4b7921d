import { isOlder } from "@/lib/versions/order";
import { bucketOf, buckets, seedOf } from "./bucket";
import { runsOn } from "./os";
import type { PolicyRelease, Subject } from "./policy";
import { compile, firstIncluded } from "./stage";

/** Why a release is or is not offered to somebody. */
export type Considered =
  | { code: "excluded-person" }
  | { code: "excluded-team" }
  /** Their place in it, in percent: they are offered it from that share on. */
  | { code: "outside-stage"; place: number; percent: number }
  | { code: "paused" }
  | { code: "not-older" }
  | { code: "does-not-run"; minimumOs: string }
  | { code: "recommended"; since: Date }
  | { code: "mandatory"; since: Date };

type Release = PolicyRelease & { minimumOs: string | null };

/** What the policy makes of one release for one installation, in its own order, for whoever asks why. */
export function consider(release: Release, subject: Subject, now: Date): Considered {
  const compiled = compile(release, now);
  if (compiled.excludeUsers.has(subject.userId)) return { code: "excluded-person" };
  if (compiled.excludeTeams.has(subject.teamId)) return { code: "excluded-team" };
  if (subject.versionKey !== null && !isOlder(subject, release)) return { code: "not-older" };
  if (compiled.paused && !subject.told.has(release.id)) return { code: "paused" };
  const bucket = bucketOf(seedOf(subject.userId), release.salt);
  const since = firstIncluded(compiled, subject, bucket, false);
  if (since === undefined) {
    const widest = Math.max(0, ...compiled.offers.map(({ upTo }) => upTo));
    return { code: "outside-stage", place: percentOf(bucket + 1), percent: percentOf(widest) };
  }
  const mandatory = firstIncluded(compiled, subject, bucket, true);
  if (mandatory !== undefined) return { code: "mandatory", since: new Date(mandatory) };
  if (release.minimumOs !== null && !runsOn(release.needs, subject, release.channel))
    return { code: "does-not-run", minimumOs: release.minimumOs };
  return { code: "recommended", since: new Date(since) };
}

const percentOf = (bucket: number) => (100 * bucket) / buckets;
