import pLimit from "p-limit";
import { db, type Tx } from "@/lib/db";
import { log } from "@/lib/log";
import { tryLockSeat } from "./lock";

// A few side by side, and connections left for whoever is at work.
const sideBySide = 4;

/**
 * Acts at each of these seats under its lock. One that is locked is in the hands of another gateway's sweep, or of whoever
 * signs in: the next sweep looks again.
 */
export async function lockEach(
  candidates: readonly { userId: string }[],
  act: (tx: Tx, userId: string) => Promise<void>,
): Promise<void> {
  const next = pLimit(sideBySide);
  await next.map(candidates, ({ userId }) =>
    db
      .$transaction(async (tx) => {
        if (await tryLockSeat(tx, userId)) await act(tx, userId);
      })
      // One that fails must not keep the others.
      .catch((error) => log.error({ userId, error: String(error) }, "seat not swept")),
  );
}
