import { buckets } from "./bucket";
import type { PolicyRelease } from "./policy";

/** From `at` on, this kind is offered to these teams and to a percentage of everybody. */
export type Offer = {
  at: Date;
  percent: number;
  /** Ids. */
  teams: readonly string[];
  kind: "recommended" | "mandatory";
};

/** A release with what is looked up for each person made ready. */
export type Compiled<R extends PolicyRelease> = {
  release: R;
  paused: boolean;
  /** Offered to whoever there is: no hash is needed. */
  everyone: boolean;
  /** Mandatory for somebody. */
  mandatory: boolean;
  users: ReadonlySet<string>;
  excludeUsers: ReadonlySet<string>;
  excludeTeams: ReadonlySet<string>;
  offers: readonly CompiledOffer[];
};
type CompiledOffer = { atMs: number; upTo: number; teams: ReadonlySet<string>; mandatory: boolean };

/** Offers of a moment: what is to come is none yet. */
export function compile<R extends PolicyRelease>(release: R, now: Date): Compiled<R> {
  const offers = release.offers
    .filter(({ at }) => at <= now)
    .map(({ at, percent, teams, kind }) => ({
      atMs: at.getTime(),
      upTo: Math.round((percent / 100) * buckets),
      teams: new Set(teams),
      mandatory: kind === "mandatory",
    }));
  return {
    release,
    paused: release.status === "paused",
    everyone: offers.every(({ upTo }) => upTo >= buckets),
    mandatory: offers.some(({ mandatory }) => mandatory),
    users: new Set(release.userIds),
    excludeUsers: new Set(release.excludeUserIds),
    excludeTeams: new Set(release.excludeTeamIds),
    offers,
  };
}

type Who = { userId: string; teamId: string };

/** Since when the release is offered to somebody (or is mandatory for them), in ms; undefined where it is not. */
export function firstIncluded(
  { users, excludeUsers, excludeTeams, offers }: Compiled<PolicyRelease>,
  { userId, teamId }: Who,
  bucket: number,
  mandatoryOnly: boolean,
): number | undefined {
  if (excludeUsers.size > 0 && excludeUsers.has(userId)) return undefined;
  if (excludeTeams.size > 0 && excludeTeams.has(teamId)) return undefined;
  const named = users.size > 0 && users.has(userId);
  for (const offer of offers) {
    if (mandatoryOnly && !offer.mandatory) continue;
    if (named || bucket < offer.upTo || offer.teams.has(teamId)) return offer.atMs;
  }
  return undefined;
}
