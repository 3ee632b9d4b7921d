import { fail, ok } from "@/lib/result";
import { inTurn, verifyPassword } from "./passwords";
import { countAttempt } from "./throttle";

const mostWaiting = 2000;

/**
 * Whose name and password these are, with the hash that it was verified by. Counted before it is verified, and in its turn: a crowd that waits at eight in the
 * morning has not failed. More than that is no crowd.
 */
export async function verifyAttempt(given: { username: string; password: string; ip: string | null }) {
  if (inTurn.pendingCount >= mostWaiting) return fail("unavailable");
  const verified = await inTurn(async () => {
    const attempt = await countAttempt(given);
    if (!attempt.ok) return fail("too-many-attempts", { retryAfterSeconds: attempt.retryAfterSeconds });
    const { user } = attempt;
    const valid = await verifyPassword(user?.passwordHash, given.password);
    if (!user || !valid) return fail("invalid-credentials");
    return ok({ userId: user.id, passwordHash: user.passwordHash, forgiven: attempt.forgive() });
  });
  if (!verified.ok) return verified;
  // Its turn is over: the next one need not wait for this.
  await verified.value.forgiven;
  const { userId, passwordHash } = verified.value;
  return ok({ userId, passwordHash });
}
