import type { Decision, PolicyItem, PolicyRelease, Rules, Subject, Told } from "@/lib/releases/policy";
import { policyOf } from "@/lib/releases/policy";
import { versionKey } from "@/lib/versions/key";
import { keysOf } from "@/lib/versions/order";
import { parseVersion } from "@/lib/versions/parse";

export const day = (count: number) => new Date(Date.UTC(2026, 10, count));
export const now = day(20);

export const rules = (given: Partial<Rules> = {}): Rules => ({
  now,
  unknownVersion: "warn",
  packages: new Map(),
  ...given,
});

let made = 0;

/** A published release, offered to everybody ten days before now unless said otherwise. */
export function release(version: string, given: Partial<PolicyRelease> = {}): PolicyRelease {
  made += 1;
  return {
    id: `release ${version} ${made}`,
    channel: "ios",
    ...keysOf(parseVersion(version)),
    status: "published",
    offers: [{ at: day(10), percent: 100, teams: [], kind: "recommended" }],
    userIds: [],
    excludeUserIds: [],
    excludeTeamIds: [],
    salt: made * 7919,
    needs: null,
    graceMinutes: 30,
    signOut: { mode: "at_once" },
    ...given,
  };
}

export const mandatory = (version: string, given: Partial<PolicyRelease> = {}) =>
  release(version, { offers: [{ at: day(10), percent: 100, teams: [], kind: "mandatory" }], ...given });

export function subject(version: string, { os, ...given }: Partial<Subject> & { os?: string } = {}): Subject {
  return {
    userId: "maria",
    teamId: "billing",
    channel: "ios",
    ...keysOf(parseVersion(version)),
    osName: "iOS",
    osKey: versionKey(os ?? "17.0"),
    told: new Map(),
    ...given,
  };
}

/** An open work item's date. */
export const until = (signOutAt: Date): PolicyItem => ({ signOutAt, closed: false });

/** Told of it once, of its way of updating since. */
export const toldAt = (at: Date, given: Partial<Told> = {}): Told => ({
  at,
  packaged: false,
  signOutAt: null,
  ...given,
});

export const decide = (
  releases: readonly PolicyRelease[],
  who: Subject,
  given: Partial<Rules> = {},
): Decision => policyOf(releases, rules(given))(who);

/** Whether somebody has to do something before they can sign in, on whatever device. */
export const isForced = ({ status }: Decision) => status === "mandatory" || status === "os-too-old";
