import { isOlder, type Keys } from "@/lib/versions/order";
import type { Channel } from "@/prisma/generated/enums";
import { bucketOf, seedOf, waveBucketOf } from "./bucket";
import { packageDays, type SignOut, signOutMs, waveOf } from "./deadline";
import { type InstalledOs, type MinimumOs, runsOn } from "./os";
import { type Compiled, compile, firstIncluded, type Offer } from "./stage";

/** What the policy reads of a release. */
export type PolicyRelease = Keys & {
  id: string;
  channel: Channel;
  status: "draft" | "scheduled" | "published" | "paused" | "withdrawn";
  /** What it was offered as, to whom, from when on; in order of time, each to all of those before. */
  offers: readonly Offer[];
  /** Ids of people and teams: named ones are offered it before any percentage, excluded ones never. */
  userIds: readonly string[];
  excludeUserIds: readonly string[];
  excludeTeamIds: readonly string[];
  salt: number;
  needs: MinimumOs | null;
  graceMinutes: number;
  signOut: SignOut;
};

/** What stands of what a person was told of a release. */
export type Told = {
  /** Since when they are told that they update by themselves, or that their IT does. */
  at: Date;
  /** Their IT does. */
  packaged: boolean;
  /** The date on their screen, where one is. */
  signOutAt: Date | null;
};

/** Whose app it is, and what it is. */
export type Subject = Keys &
  InstalledOs & {
    userId: string;
    teamId: string;
    channel: Channel;
    /** By release. */
    told: ReadonlyMap<string, Told>;
  };

export type Rules = {
  now: Date;
  unknownVersion: "warn" | "allow" | "block";
  /** Teams on package deployment, and their work items by release. */
  packages: ReadonlyMap<string, ReadonlyMap<string, PolicyItem>>;
};

/** When a team's people are signed out, where they are. */
export type PolicyItem = { signOutAt: Date | null; closed: boolean };

type Forced<R> = {
  /** The mandatory release that comes due first, and since when it is mandatory for this person. */
  because: R;
  since: Date;
  /** When they are signed out if they are signed in; counted from now where they have not been told. */
  due: Date;
  wave: number;
  /** Their IT installs it. */
  packaged: boolean;
  /** Whether a new sign-in is refused. */
  blocks: boolean;
};

export type Decision<R = PolicyRelease> =
  | { status: "current" }
  | { status: "recommended"; release: R; since: Date; packaged: boolean }
  | ({ status: "mandatory"; release: R } & Forced<R>)
  /** `release` is required and does not run on this operating system. */
  | ({ status: "os-too-old"; release: R } & Forced<R>)
  /** `warns`: told of what is published for them, since nothing can be compared. */
  | { status: "unknown-version"; release: R | null; packaged: boolean; warns: boolean; blocks: boolean };

const dayMs = 86_400_000;
const channels: readonly Channel[] = ["ios", "android", "desktop"];

/** Newest first; of one version those without a build last. */
const byAge = (a: Keys, b: Keys) =>
  order(b.versionKey ?? "", a.versionKey ?? "") || order(b.buildKey ?? "", a.buildKey ?? "");
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What stands at a moment, made ready for a million decisions a second. Nothing else decides who owes what. */
export function policyOf<R extends PolicyRelease>(releases: readonly R[], rules: Rules) {
  const { now, unknownVersion, packages } = rules;
  const nowMs = now.getTime();
  const standing = releases
    .filter(
      ({ status, versionKey }) => (status === "published" || status === "paused") && versionKey !== null,
    )
    .toSorted(byAge)
    .map((release) => compile(release, now));
  const byChannel = new Map(
    channels.map((channel) => [
      channel,
      newerThan(standing.filter(({ release }) => release.channel === channel)),
    ]),
  );

  /** The date of a team's work item; one that is to be made or opened again begins anew. */
  function dateMs(item: PolicyItem | undefined): number {
    const setMs = item?.signOutAt?.getTime();
    const anewMs = nowMs + packageDays * dayMs;
    return setMs === undefined ? anewMs : item?.closed ? Math.max(setMs, anewMs) : setMs;
  }

  /** When whoever is signed in is signed out for a release that is mandatory for them. */
  function dueOf({ id, graceMinutes, signOut }: R, subject: Subject, sinceMs: number, wave: number): number {
    const items = packages.get(subject.teamId);
    const told = subject.told.get(id);
    const knows = told?.packaged === (items !== undefined) ? told : undefined;
    const toldMs = knows?.at.getTime() ?? nowMs;
    const dueMs = items ? dateMs(items.get(id)) : signOutMs({ sinceMs, toldMs, graceMinutes, signOut, wave });
    if (dueMs > nowMs) return dueMs;
    // A date that passed before it stood on their screen is none for them.
    const anewMs = signOutMs({ sinceMs, toldMs: nowMs, graceMinutes, signOut, wave });
    return Math.min(knows?.signOutAt?.getTime() ?? Infinity, anewMs);
  }

  return function decide(subject: Subject): Decision<R> {
    const known = subject.versionKey !== null;
    const items = packages.get(subject.teamId);
    const packaged = items !== undefined;
    // Who cannot update by themselves may work until their IT is due.
    let blocks = !packaged;
    let seed: number | undefined;
    let newest: { release: R; sinceMs: number } | undefined;
    let required: R | undefined;
    let first: { release: R; sinceMs: number; dueMs: number; wave: number } | undefined;

    for (const compiled of byChannel.get(subject.channel)?.(subject) ?? []) {
      const { release } = compiled;
      const forces = known && compiled.mandatory;
      // Older than what is offered already, and asks for nothing.
      if (newest && !forces) continue;
      // Paused: nobody new.
      if (compiled.paused && !subject.told.has(release.id)) continue;
      if (!compiled.everyone) seed ??= seedOf(subject.userId);
      const bucket = compiled.everyone || seed === undefined ? 0 : bucketOf(seed, release.salt);
      const sinceMs = firstIncluded(compiled, subject, bucket, false);
      if (sinceMs === undefined) continue;
      if (!newest && runsOn(release.needs, subject, release.channel)) newest = { release, sinceMs };
      const mandatoryMs = forces ? firstIncluded(compiled, subject, bucket, true) : undefined;
      if (mandatoryMs === undefined) continue;
      required ??= release;
      seed ??= seedOf(subject.userId);
      const wave = waveOf(waveBucketOf(seed, release.salt), release.signOut);
      const dueMs = dueOf(release, subject, mandatoryMs, wave);
      blocks ||= dateMs(items?.get(release.id)) <= nowMs;
      if (!first || dueMs < first.dueMs) first = { release, sinceMs: mandatoryMs, dueMs, wave };
    }

    if (!known) {
      return {
        status: "unknown-version",
        release: newest?.release ?? null,
        packaged,
        warns: newest !== undefined && unknownVersion !== "allow",
        blocks: newest !== undefined && unknownVersion === "block",
      };
    }
    if (required && first) {
      const runs = newest && !isOlder(newest.release, required) ? newest.release : null;
      // Written out: to spread what both have is dear a million times a second.
      return {
        status: runs ? "mandatory" : "os-too-old",
        release: runs ?? required,
        because: first.release,
        since: new Date(first.sinceMs),
        due: new Date(first.dueMs),
        wave: first.wave,
        packaged,
        blocks,
      };
    }
    if (!newest) return { status: "current" };
    return { status: "recommended", release: newest.release, since: new Date(newest.sinceMs), packaged };
  };
}

/** The releases, newest first, that a version is older than; all of them beside an unknown one. Few versions are installed. */
function newerThan<R extends PolicyRelease>(releases: readonly Compiled<R>[]) {
  const found = new Map<string | null, Map<string | null, readonly Compiled<R>[]>>();
  return (installed: Keys): readonly Compiled<R>[] => {
    if (installed.versionKey === null) return releases;
    const ofVersion = found.get(installed.versionKey) ?? new Map<string | null, readonly Compiled<R>[]>();
    const kept = ofVersion.get(installed.buildKey);
    if (kept) return kept;
    const newer = releases.filter(({ release }) => isOlder(installed, release));
    found.set(installed.versionKey, ofVersion.set(installed.buildKey, newer));
    return newer;
  };
}
