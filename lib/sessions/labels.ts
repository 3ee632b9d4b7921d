import type { Platform } from "@/prisma/generated/enums";

type AppFacts = { platform: Platform; version: string; build: string | null };

export const appName = (platform: Platform) => (platform === "mobile" ? "Mobile" : "Agent Desktop");
export const platformName = (platform: Platform) => (platform === "mobile" ? "Mobile" : "Desktop");

/** `v2.17.60 (2.62740)`; a version that starts with no digit is written as it was sent. */
export function versionLabel(version: string, build: string | null) {
  const shown = /^\d/.test(version) ? `v${version}` : version;
  return build === null ? shown : `${shown} (${build})`;
}

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
