import { versionLabel } from "@/lib/versions/label";
import type { Platform } from "@/prisma/generated/enums";

type AppFacts = { platform: Platform; version: string; build: string | null };

export const appName = (platform: Platform) => (platform === "mobile" ? "Mobile" : "Agent Desktop");
export const platformName = (platform: Platform) => (platform === "mobile" ? "Mobile" : "Desktop");

/** `Mobile v2.17.60 (2.62740)` */
export const appLabel = ({ platform, version, build }: AppFacts) =>
  `${appName(platform)} ${versionLabel(version, build)}`;

const joined = (name: string | null, version: string | null) =>
  name === null ? null : version === null ? name : `${name} ${version}`;

/** `iOS 14.8` */
export const osLabel = (facts: { osName: string | null; osVersion: string | null }) =>
  joined(facts.osName, facts.osVersion);

/** `Chrome 126` */
export const browserLabel = (facts: { browserName: string | null; browserVersion: string | null }) =>
  joined(facts.browserName, facts.browserVersion);
