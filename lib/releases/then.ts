import { earlier } from "@/lib/clock";
import type { ReleaseKind } from "@/prisma/generated/enums";
import { asOffered, type ReleaseFacts } from "./facts";
import { goesOutAt, turnsAt } from "./readiness";

type Moment = {
  now: Date;
  /** Not before now. */
  at: Date;
  /** What somebody is about to make of it at that moment, whatever dates it has. */
  as?: ReleaseKind | undefined;
};

/** When a release goes out that is prepared; null where it is out, or was. */
export const outAt = (release: ReleaseFacts, now: Date) =>
  release.status === "draft" || release.status === "scheduled" ? goesOutAt(release, now) : null;

/** A release as it will stand at a moment: published, and made mandatory, by the dates that it has. */
export function asItWillBe(release: ReleaseFacts, { now, at, as }: Moment): ReleaseFacts {
  if (as) return asOffered(as === "mandatory" ? escalated(release) : release, at, as);
  const goesOut = outAt(release, now);
  const out = goesOut ? asOffered(release, earlier(goesOut, at)) : release;
  if (out.status !== "published" || out.kind !== "recommended" || !out.escalateAt) return out;
  const turns = turnsAt(out, out.escalateAt);
  return turns <= at ? asOffered(escalated(out), turns, "mandatory") : out;
}

/** Made mandatory it may give people another time than it would have from the start. */
export const escalated = (release: ReleaseFacts): ReleaseFacts => ({
  ...release,
  graceMinutes: release.escalateGraceMinutes ?? release.graceMinutes,
});
