import type { AppFacts } from "@/client/rollcall";
import type { Channel } from "@/prisma/generated/enums";
import type { Random } from "./random";
import { browserVersionAt, type System, systemAt, versionAt } from "./releases";

const dayMs = 86_400_000;

/** One app on one device of one person. */
export type App = {
  installId: string;
  channel: Channel;
  /** The model, or the code that the app sends in its place; null for a browser. */
  device: string | null;
  browser: string | null;
  system: System;
  /** How long after a release this one has it. */
  lagMs: number;
  /** A version that no parser knows. */
  oddVersion: string | null;
  ip: string;
  /** What this person had before it, until so many days ago. */
  replaced: { app: App; daysAgo: number } | null;
};

const phones: { channel: "ios" | "android"; device: string; before: string; now: string }[] = [
  { channel: "ios", device: "iPhone 8 Plus", before: "14.8", now: "14.8" },
  { channel: "ios", device: "iPhone12,1", before: "17.6.1", now: "17.7" },
  { channel: "ios", device: "iPhone14,5", before: "18.0.1", now: "18.1" },
  { channel: "ios", device: "iPhone15,2", before: "18.0.1", now: "18.1.1" },
  { channel: "ios", device: "iPhone SE (3rd generation)", before: "16.7.8", now: "17.6.1" },
  { channel: "ios", device: "iPhone 13", before: "17.6.1", now: "18.1" },
  { channel: "ios", device: "iPhone 15 Pro", before: "18.1", now: "18.1.1" },
  { channel: "android", device: "SM-G991B", before: "13", now: "14" },
  { channel: "android", device: "SM-A546B", before: "14", now: "14" },
  { channel: "android", device: "SM-A127F", before: "12", now: "13" },
  { channel: "android", device: "Pixel 7", before: "14", now: "15" },
  { channel: "android", device: "Pixel 8a", before: "14", now: "15" },
  { channel: "android", device: "moto g54 5G", before: "13", now: "14" },
  { channel: "android", device: "Redmi Note 11", before: "12", now: "13" },
  { channel: "android", device: "Fairphone 5", before: "13", now: "14" },
];

type Computer = { model: string; name: string; before: string; now: string };

const computers: readonly (readonly [Computer, number])[] = [
  [{ model: "Latitude 5440", name: "Windows", before: "10", now: "11" }, 5],
  [{ model: "ThinkPad T14 Gen 4", name: "Windows", before: "11", now: "11" }, 5],
  [{ model: "EliteDesk 800 G9", name: "Windows", before: "11", now: "11" }, 3],
  [{ model: "MacBookPro18,3", name: "macOS", before: "14.6", now: "15.1" }, 2],
  [{ model: "OptiPlex 7010", name: "Ubuntu", before: "22.04", now: "24.04" }, 1],
];

const browsers = [
  ["Chrome", 6],
  ["Edge", 4],
  ["Firefox", 2],
] as const;

type Place = { office: string; home: string };

/** A phone, any of them unless its model is given. */
export function planPhone(random: Random, { home }: Place, model?: string): App {
  const choice = model === undefined ? phones : phones.filter(({ device }) => device === model);
  const { channel, device, before, now } = random.pick(choice);
  const name = channel === "ios" ? "iOS" : "Android";
  const system = { name, before, now, daysAgo: random.between(3, 55) };
  const laggard = random.chance(0.07);
  const lagMs = laggard ? random.between(26, 200) * dayMs : random.around(4 * dayMs);
  return {
    installId: random.installId(),
    channel,
    device,
    browser: null,
    system,
    lagMs,
    oddVersion: null,
    replaced: null,
    ip: home,
  };
}

export function planDesktop(random: Random, { office, home }: Place): App {
  const { model, name, before, now } = random.weighted(computers);
  const inBrowser = random.chance(0.6);
  const browser = inBrowser ? random.weighted(name === "Ubuntu" ? browsers.slice(2) : browsers) : null;
  return {
    installId: random.installId(),
    channel: "desktop",
    device: inBrowser ? null : model,
    browser,
    system: { name, before, now, daysAgo: random.between(3, 55) },
    // A page is new at the next reload; what is installed waits for its administrator.
    lagMs: random.around(inBrowser ? dayMs / 2 : 6 * dayMs),
    oddVersion: null,
    replaced: null,
    ip: random.chance(0.75) ? office : home,
  };
}

/** The one that was used then in place of this one. */
export const appAt = (app: App, atMs: number, nowMs: number): App =>
  app.replaced && atMs < nowMs - app.replaced.daysAgo * dayMs ? app.replaced.app : app;

/** What the app says of itself at a sign-in. */
export function factsAt(app: App, atMs: number, nowMs: number): AppFacts {
  const { channel, device, browser, system, lagMs, oddVersion, installId } = app;
  const { version, build } = versionAt(app, atMs, nowMs);
  return {
    app: channel === "desktop" ? "Agent Desktop" : "Mobile",
    version: oddVersion ?? version,
    ...(build !== null && oddVersion === null && { build }),
    os: { name: system.name, version: systemAt(system, atMs, nowMs) },
    ...(device !== null && { device: { model: device } }),
    ...(browser !== null && {
      browser: { name: browser, version: browserVersionAt(browser, lagMs, atMs, nowMs) },
    }),
    installId,
  };
}

const platformIn: Record<string, string> = {
  Windows: "Windows NT 10.0; Win64; x64",
  macOS: "Macintosh; Intel Mac OS X 10_15_7",
  Ubuntu: "X11; Ubuntu; Linux x86_64",
};

/** The user agent that goes with the facts. */
export function userAgentOf({ app, version, os, device, browser }: AppFacts): string {
  const machine = platformIn[os?.name ?? ""] ?? "X11; Linux x86_64";
  const chrome = (number: string) =>
    `Mozilla/5.0 (${machine}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${number}.0.0.0 Safari/537.36`;
  if (app === "Mobile") return `AgentMobile/${version} (${os?.name} ${os?.version}; ${device?.model})`;
  const number = browser?.version ?? "";
  switch (browser?.name) {
    case "Chrome":
      return chrome(number);
    case "Edge":
      return `${chrome(number)} Edg/${number}.0.0.0`;
    case "Firefox":
      return `Mozilla/5.0 (${machine}; rv:${number}.0) Gecko/20100101 Firefox/${number}.0`;
    default:
      return `${chrome("138")} AgentDesktop/${version}`;
  }
}
