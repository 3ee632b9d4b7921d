/** Splits `v2.17.60 (2.62740)` into version and build; what has another shape is the version as sent. */
export function parseVersion(sent: string): { version: string; build: string | null } {
  const match = /^v?(?<version>\d[^\s()]*)(?:\s*\((?<build>[^()\s]+)\))?$/i.exec(sent.trim());
  if (!match?.groups?.version) return { version: sent.trim(), build: null };
  return { version: match.groups.version, build: match.groups.build ?? null };
}

/** False for a version that nothing can be compared with: shown as such, never taken for up to date. */
export const isKnownVersion = (version: string) => versionKey(version) !== null;

const longest = 12;

/**
 * A text that sorts (byte by byte) as the version does: each number padded, a pre-release before its release.
 * Null where the version has no such order: it is then unknown, never up to date.
 */
export function versionKey(version: string): string | null {
  const match = /^(?<numbers>\d+(?:\.\d+){0,7})(?:-(?<pre>[0-9a-z.-]+))?(?:\+.*)?$/i.exec(version);
  if (!match?.groups?.numbers) return null;
  const numbers = match.groups.numbers.split(".");
  if (numbers.some((number) => number.length > longest)) return null;
  // 2.17 and 2.17.0 are the same version.
  while (numbers.length > 1 && Number(numbers.at(-1)) === 0) numbers.pop();
  const release = numbers.map((number) => number.replace(/^0+(?=\d)/, "").padStart(longest, "0")).join(".");
  return match.groups.pre ? `${release}!${preReleaseKey(match.groups.pre)}` : `${release}-`;
}

/** Numbers sort as numbers and before words, fewer parts before more: the order of semantic versions. */
function preReleaseKey(pre: string) {
  return pre
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? `0${part.padStart(longest, "0")}` : `1${part}`))
    .join("!");
}
