import { versionKey } from "./key";

const written =
  /^(?:v(?:er(?:sion)?)?\.?\s*)?(?<version>\d[^()+]*?)(?:\s*\+(?<added>[^()\s]+)|\s+build\s+(?<named>[^()\s]+)|\s*\((?:build\s+)?(?<enclosed>[^()\s]+)\))?$/i;

/** Splits `v2.17.60 (2.62740)` into version and build; what nothing can be compared with is the version as sent. */
export function parseVersion(sent: string): { version: string; build: string | null } {
  const { version, added, named, enclosed } = written.exec(sent.trim())?.groups ?? {};
  if (!version || versionKey(version) === null) return { version: sent.trim(), build: null };
  return { version, build: added ?? named ?? enclosed ?? null };
}
