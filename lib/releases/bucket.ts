/** Everybody has a place among 10,000 in every release: basis points. */
export const buckets = 10_000;

/** What a user's places are drawn from (FNV-1a): quick, and no secret. */
export function seedOf(userId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < userId.length; at++) hash = Math.imul(hash ^ userId.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The user's place in one release: its salt sees to it that the same people are not always first. */
export function bucketOf(seed: number, salt: number): number {
  let hash = Math.imul(seed ^ salt, 0x9e3779b1) + salt;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}

/** Another draw of the same release: whoever is early in the stage need not be early in the waves. */
export const waveBucketOf = (seed: number, salt: number) => bucketOf(seed, ~salt);
