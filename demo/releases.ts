import type { Channel, Platform } from "@/prisma/generated/enums";

const dayMs = 86_400_000;

type AppVersion = { version: string; build: string | null };
type Published = AppVersion & { daysAgo: number };

/** What was published of the two apps, oldest first, in days before the demo's `now`. */
const published: Record<Platform, readonly Published[]> = {
  mobile: [
    { version: "2.16.41", build: "2.61980", daysAgo: 130 },
    { version: "2.17.52", build: "2.62511", daysAgo: 47 },
    { version: "2.17.60", build: "2.62740", daysAgo: 21 },
    { version: "2.18.0", build: "2.63102", daysAgo: 5 },
  ],
  desktop: [
    { version: "5.23.71", build: null, daysAgo: 110 },
    { version: "5.24.10", build: null, daysAgo: 52 },
    { version: "5.24.99", build: null, daysAgo: 27 },
    { version: "5.25.2", build: null, daysAgo: 8 },
  ],
};

/** The newest version that was there long enough before `atMs` for somebody who updates after `lagMs`. */
export function versionAt(platform: Platform, lagMs: number, atMs: number, nowMs: number): AppVersion {
  const [oldest, ...later] = published[platform];
  const had = later.findLast(({ daysAgo }) => nowMs - daysAgo * dayMs + lagMs <= atMs) ?? oldest;
  return { version: had?.version ?? "1.0.0", build: had?.build ?? null };
}

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
