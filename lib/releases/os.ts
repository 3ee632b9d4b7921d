import { versionKey } from "@/lib/versions/key";
import type { Channel } from "@/prisma/generated/enums";

/** The least operating system that a release runs on. The name counts on desktops alone: a phone's channel says it. */
export type MinimumOs = { name: string | null; key: string };

const written = /^(?:(?<name>\p{L}[\p{L}\p{N} ]*?)\s+)?(?<version>\d\S*)$/u;

/** `16`, `iOS 16.1`, `Windows 10`; null for what says no version. */
export function parseMinimumOs(text: string): MinimumOs | null {
  const { name = null, version = "" } = written.exec(text.trim())?.groups ?? {};
  const key = versionKey(version);
  return key === null ? null : { name: name?.toLowerCase() ?? null, key };
}

const systems = { ios: "iOS", android: "Android", desktop: "operating system" } as const satisfies Record<
  Channel,
  string
>;

/** With a name where nobody wrote it: `iOS 16.0`. */
export const systemLabel = (text: string, channel: Channel) =>
  /^\d/.test(text) ? `${systems[channel]} ${text}` : text;

export type InstalledOs = { osName: string | null; osKey: string | null };

/** Nobody is refused for an operating system that their app does not tell. */
export function runsOn(minimum: MinimumOs | null, { osName, osKey }: InstalledOs, channel: Channel): boolean {
  if (minimum === null || osKey === null) return true;
  const another = channel === "desktop" && minimum.name !== null && osName?.toLowerCase() !== minimum.name;
  return another || osKey >= minimum.key;
}
