import { buildKey, versionKey } from "./key";

/** What versions are compared by. A null version key is one that no order knows. */
export type Keys = { versionKey: string | null; buildKey: string | null };

export const keysOf = ({ version, build }: { version: string; build: string | null }): Keys => ({
  versionKey: versionKey(version),
  buildKey: buildKey(build),
});

/** Less than 0 where `a` is older. Builds count only where both sides have one. Null where nothing can be said. */
export function compareVersions(a: Keys, b: Keys): number | null {
  if (a.versionKey === null || b.versionKey === null) return null;
  if (a.versionKey !== b.versionKey) return a.versionKey < b.versionKey ? -1 : 1;
  if (a.buildKey === null || b.buildKey === null || a.buildKey === b.buildKey) return 0;
  return a.buildKey < b.buildKey ? -1 : 1;
}

/** False for a version that cannot be compared: whoever asks has to look at these first. */
export const isOlder = (a: Keys, b: Keys) => (compareVersions(a, b) ?? 0) < 0;
