import { v7 as uuidv7 } from "uuid";
import { buildKey, versionKey } from "@/lib/versions/key";
import type { Channel } from "@/prisma/generated/enums";
import type { Random } from "./random";
import { graceMs, type Published, published } from "./releases";
import type { Row } from "./rows";

const dayMs = 86_400_000;
const platforms = ["mobile", "desktop"] as const;

/** One of them as the console knows it: of one channel. */
export type PlannedRelease = Published & {
  id: string;
  channel: Channel;
  key: string;
  salt: number;
  publishedMs: number;
  mandatoryMs: number | null;
  withdrawnMs: number | null;
};

/** All releases of the centre, oldest first. */
export function planReleases(random: Random, nowMs: number): PlannedRelease[] {
  const ago = (days: number | undefined) => (days === undefined ? null : nowMs - days * dayMs);
  return platforms
    .flatMap((platform) => published[platform])
    .flatMap((release) =>
      release.channels.map((channel) => ({
        ...release,
        channel,
        key: versionKey(release.version) ?? "",
        salt: random.between(0, 2 ** 31 - 1),
        publishedMs: nowMs - release.daysAgo * dayMs,
        mandatoryMs: ago(release.mandatoryDaysAgo),
        withdrawnMs: ago(release.withdrawnDaysAgo),
      })),
    )
    .map((release) => ({ ...release, id: random.id(release.publishedMs) }));
}

const moment = (ms: number) => new Date(ms).toISOString();
const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms));

const stores: Partial<Record<Channel, string>> = {
  ios: "https://apps.centre.example/ios",
  android: "https://apps.centre.example/android",
};

export function releaseRow(release: PlannedRelease): Row {
  const { id, channel, version, build, key, salt, publishedMs, mandatoryMs, withdrawnMs } = release;
  const offer = { percent: release.stagePercent ?? 100, teams: [] };
  const offers = [
    { at: moment(publishedMs), ...offer, kind: "recommended" },
    ...(mandatoryMs === null ? [] : [{ at: moment(mandatoryMs), ...offer, kind: "mandatory" }]),
  ];
  return {
    ...{ id, channel, version, build, salt },
    version_key: key,
    build_key: buildKey(build),
    kind: mandatoryMs === null ? "recommended" : "mandatory",
    status: withdrawnMs === null ? "published" : "withdrawn",
    notes: JSON.stringify(release.notes),
    distribution: channel === "desktop" ? "reload" : "store",
    store_url: stores[channel] ?? null,
    minimum_os: release.minimumOs?.[channel] ?? null,
    in_store_at: channel === "desktop" ? null : moment(publishedMs),
    stage_percent: offer.percent,
    team_ids: [],
    user_ids: [],
    exclude_team_ids: [],
    exclude_user_ids: [],
    offers: JSON.stringify(offers),
    grace_minutes: graceMs / 60_000,
    sign_out_mode: "at_once",
    wave_percent: 10,
    wave_minutes: 10,
    hard_limit_minutes: 120,
    created_at: moment(publishedMs - dayMs),
    published_at: moment(publishedMs),
    withdrawn_at: momentOrNull(withdrawnMs),
  };
}

/** The next one, which somebody has begun to prepare. */
export function draftRow(random: Random, nowMs: number): Row {
  const version = "2.19.0";
  return {
    ...{
      id: random.id(nowMs - dayMs),
      channel: "ios",
      version,
      build: null,
      salt: random.between(0, 2 ** 31 - 1),
    },
    version_key: versionKey(version),
    kind: "recommended",
    notes: JSON.stringify("Transfers with one gesture, and a quieter After Call Work screen."),
    distribution: "store",
    store_url: stores.ios ?? null,
    minimum_os: "15.0",
    team_ids: [],
    user_ids: [],
    exclude_team_ids: [],
    exclude_user_ids: [],
    grace_minutes: graceMs / 60_000,
    sign_out_mode: "waves",
    wave_percent: 10,
    wave_minutes: 10,
    hard_limit_minutes: 120,
    created_at: moment(nowMs - dayMs),
  };
}

/** What was done with it, by whom. */
export function releaseAudits(release: PlannedRelease, byId: string): { entries: Row[]; details: Row[] } {
  const { id, publishedMs, mandatoryMs, withdrawnMs } = release;
  const steps = [
    { verb: "release.create", ms: publishedMs - dayMs, note: null },
    { verb: "release.publish", ms: publishedMs, note: null },
    { verb: "release.escalate", ms: mandatoryMs, note: "Nobody is to stay on the version before it." },
    { verb: "release.withdraw", ms: withdrawnMs, note: "Calls in the background drained the battery." },
  ];
  const told = steps.flatMap(({ ms, ...step }) =>
    ms === null ? [] : [{ ...step, at: moment(ms), id: uuidv7({ msecs: ms }) }],
  );
  return {
    entries: told.map(({ id: entryId, at, verb }) => ({
      ...{ id: entryId, at, verb, subject: id },
      actor_kind: "person",
      actor_id: byId,
    })),
    details: told.flatMap(({ id: entryId, note }) => (note === null ? [] : [{ entry_id: entryId, note }])),
  };
}
