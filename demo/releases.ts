import { versionKey } from "@/lib/versions/key";
import type { Channel, Platform } from "@/prisma/generated/enums";

const dayMs = 86_400_000;

type AppVersion = { version: string; build: string | null };

/** What was published of one app, in days before the demo's `now`. */
export type Published = AppVersion & {
  channels: readonly Channel[];
  daysAgo: number;
  /** When the recommended one was made mandatory. */
  mandatoryDaysAgo?: number;
  withdrawnDaysAgo?: number;
  /** Of everybody, where it is not for all. */
  stagePercent?: number;
  minimumOs?: Partial<Record<Channel, string>>;
  notes: string;
};

const phones = ["ios", "android"] as const;

/** Oldest first. */
export const published: Record<Platform, readonly Published[]> = {
  mobile: [
    {
      ...{ version: "2.16.41", build: "2.61980", channels: phones, daysAgo: 130 },
      notes: "Signing in is quicker, and the list of interactions remembers where you were.",
    },
    {
      ...{ version: "2.17.52", build: "2.62511", channels: phones, daysAgo: 47 },
      notes: "Chats show pictures. Interactions can be put on hold from the locked screen.",
    },
    {
      ...{ version: "2.17.58", build: "2.62690", channels: ["android"], daysAgo: 29, withdrawnDaysAgo: 28.8 },
      notes: "Prepares the app for calls in the background.",
    },
    {
      ...{ version: "2.17.60", build: "2.62740", channels: phones, daysAgo: 21, mandatoryDaysAgo: 12 },
      notes: "Mends calls that lost their sound when the phone changed from Wi-Fi to the mobile network.",
    },
    {
      ...{ version: "2.18.0", build: "2.63102", channels: ["ios"], daysAgo: 5 },
      minimumOs: { ios: "15.0" },
      notes: "Incoming calls ring on the locked screen. Notices are grouped by day.",
    },
    {
      ...{ version: "2.18.0", build: "2.63102", channels: ["android"], daysAgo: 5, stagePercent: 50 },
      minimumOs: { android: "10" },
      notes: "Incoming calls ring on the locked screen. Notices are grouped by day.",
    },
  ],
  desktop: [
    {
      ...{ version: "5.23.71", build: null, channels: ["desktop"], daysAgo: 110 },
      notes: "Transfers show who is free before you choose.",
    },
    {
      ...{ version: "5.24.10", build: null, channels: ["desktop"], daysAgo: 52 },
      notes: "The side bar can be made wider. Notes are kept when the page is reloaded.",
    },
    {
      ...{ version: "5.24.99", build: null, channels: ["desktop"], daysAgo: 27, mandatoryDaysAgo: 17 },
      notes: "Closes a gap through which a page could read another customer's name.",
    },
    {
      ...{ version: "5.25.2", build: null, channels: ["desktop"], daysAgo: 8 },
      notes: "Dark theme. Searching the knowledge base while on a call.",
    },
  ],
};

/** What is known of an app that updates itself. */
type Updating = { channel: Channel; lagMs: number; system: System };

/**
 * The version of an app whose owner updates so long after a release, at a moment: the newest that runs there and was out for
 * long enough, and not older than what was mandatory by then. A withdrawn one, nobody has kept.
 */
export function versionAt({ channel, lagMs, system }: Updating, atMs: number, nowMs: number): AppVersion {
  const osKey = versionKey(systemAt(system, atMs, nowMs)) ?? "";
  const [oldest, ...later] = published[platformOf(channel)].filter(
    ({ channels, withdrawnDaysAgo, minimumOs }) =>
      channels.includes(channel) &&
      withdrawnDaysAgo === undefined &&
      (versionKey(minimumOs?.[channel] ?? "0") ?? "") <= osKey,
  );
  const isHad = ({ daysAgo, mandatoryDaysAgo }: Published) =>
    nowMs - daysAgo * dayMs + lagMs <= atMs ||
    (mandatoryDaysAgo !== undefined && nowMs - mandatoryDaysAgo * dayMs <= atMs);
  const had = later.findLast(isHad) ?? oldest;
  return { version: had?.version ?? "1.0.0", build: had?.build ?? null };
}

/** When each of an app's releases became mandatory, and what it is, oldest first. */
export const mandatesOf = (platform: Platform, nowMs: number) =>
  published[platform].flatMap(({ version, mandatoryDaysAgo }) =>
    mandatoryDaysAgo === undefined ? [] : [{ platform, version, atMs: nowMs - mandatoryDaysAgo * dayMs }],
  );
export type Mandate = ReturnType<typeof mandatesOf>[number];

/** So long whoever was signed in had then. */
export const graceMs = 30 * 60_000;

// Chrome and Edge bring out a version every four weeks, Firefox nearly so.
const newestBrowser: Record<string, number> = { Chrome: 142, Edge: 142, Firefox: 145 };

export function browserVersionAt(browser: string, lagMs: number, atMs: number, nowMs: number): string {
  const behind = Math.ceil((nowMs - atMs + lagMs) / (28 * dayMs)) - 1;
  return String((newestBrowser[browser] ?? 100) - Math.max(0, behind));
}

/** An operating system in steps: the last one is what the device can run and got `daysAgo` days ago. */
export type System = { name: string; before: string; now: string; daysAgo: number };

export const systemAt = ({ before, now, daysAgo }: System, atMs: number, nowMs: number) =>
  atMs >= nowMs - daysAgo * dayMs ? now : before;

export const platformOf = (channel: Channel): Platform => (channel === "desktop" ? "desktop" : "mobile");
