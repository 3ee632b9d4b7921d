import { fail, ok } from "@/lib/result";
import { inTurn, verifyPassword } from "./passwords";
import { countAttempt } from "./throttle";

const mostWaiting = 2000;

/**
 * Whose name and password these are. Counted before it is verified, and in its turn: a crowd that waits at eight in the
 * morning has not failed. More than that is no crowd.
 */
export async function verifyAttempt(given: { username: string; password: string; ip: string | null }) {
  if (inTurn.pendingCount >= mostWaiting) return fail("unavailable");
  return inTurn(async () => {
    const attempt = await countAttempt(given);
    if (!attempt.ok) return fail("too-many-attempts", { retryAfterSeconds: attempt.retryAfterSeconds });
    const { user } = attempt;
    const valid = await verifyPassword(user?.passwordHash, given.password);
    if (!user || !valid) return fail("invalid-credentials");
    await attempt.forgive();
    return ok({ userId: user.id });
  });
}
