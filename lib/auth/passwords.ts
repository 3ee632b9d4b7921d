import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";

// OWASP's argon2id figures: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Verifying is the one heavy thing here: one core stays free for everything else. A dozen of them verify a thousand a second.
const threads = Math.min(Math.max(1, availableParallelism() - 1), 12);
const bounded = pLimit(threads);

/**
 * Takes attempts to sign in one after the other: a few more than there are threads, so that none of these is idle, and far
 * fewer than may fail at one address, because each counts as failed until it is verified.
 */
export const inTurn = pLimit(threads + 4);

export const hashPassword = (password: string) => bounded(() => hash(password, cost));

let decoy: string | undefined;

/** True if the password is that of the hash. Without a hash the work is done all the same, so that nobody can time who exists. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= await hashPassword("no password has this hash");
  const against = stored ?? decoy;
  const matches = await bounded(() => verify(against, password));
  return matches && stored !== null && stored !== undefined;
}
