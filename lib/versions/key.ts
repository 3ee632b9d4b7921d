// Longer numbers are none that anybody counts; builds are also moments: 20261125123045.
const versionDigits = 12;
const buildDigits = 18;

/**
 * A text that sorts (byte by byte) as the version does: each number padded, a pre-release before its release.
 * Null where the version has no such order: it is then unknown, never up to date.
 */
export function versionKey(version: string): string | null {
  const match = /^(?<numbers>\d+(?:\.\d+){0,7})(?:-(?<marked>[0-9a-z].*)|[_ ]?(?<pre>[a-z].*))?$/i.exec(
    version.replace(/\+.*$/, ""),
  );
  const { numbers, marked, pre = marked } = match?.groups ?? {};
  if (!numbers || !/^[0-9a-z._ -]*$/i.test(pre ?? "")) return null;
  const release = numbersKey(numbers, versionDigits);
  const before = preReleaseKey(pre ?? "");
  return release === null || before === null ? null : `${release}${before || "-"}`;
}

/** The same for a build, which is made of numbers alone: a fingerprint has no order. */
export const buildKey = (build: string | null) =>
  build !== null && /^\d+(?:\.\d+){0,7}$/.test(build) ? numbersKey(build, buildDigits) : null;

/** False for a version that nothing can be compared with: shown as such, never taken for up to date. */
export const isKnownVersion = (version: string) => versionKey(version) !== null;

function numbersKey(text: string, digits: number) {
  const numbers = text.split(".").map((number) => padded(number, digits));
  // 2.17 and 2.17.0 are the same version.
  while (numbers.length > 1 && /^0+$/.test(numbers.at(-1) ?? "")) numbers.pop();
  return joined(numbers, ".");
}

/** Numbers sort as numbers and before words, fewer parts before more; `beta2`, `beta.2` and `Beta 2` are the same. */
function preReleaseKey(pre: string) {
  const parts = pre.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return joined(
    parts.map((part) => (/^\d/.test(part) ? padded(part, versionDigits, "!0") : `!1${part}`)),
    "",
  );
}

/** A number with leading zeros; null where it is too long. */
function padded(number: string, digits: number, before = "") {
  const short = number.replace(/^0+(?=\d)/, "");
  return short.length > digits ? null : before + short.padStart(digits, "0");
}

const joined = (parts: (string | null)[], by: string) => (parts.includes(null) ? null : parts.join(by));
