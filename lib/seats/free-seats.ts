import pLimit from "p-limit";
import { db, type Tx } from "@/lib/db";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";
import { lockFreeSeats } from "./lock";

// A transaction stays well under a second, and costs the same for one seat and for hundreds.
const atOnce = 500;

// One waits for Postgres while the other computes; connections are left for whoever is at work.
const next = pLimit(2);

/** What is done at seats that are locked by then. */
type Act = (tx: Tx, userIds: readonly string[]) => Promise<void>;

/**
 * Acts at these seats under their locks, many in one transaction. One that is locked is in the hands of another gateway's
 * sweep, or of whoever signs in: the next sweep looks again.
 */
export async function atFreeSeats(userIds: readonly string[], act: Act): Promise<void> {
  const lots = Array.from({ length: Math.ceil(userIds.length / atOnce) }, (_, index) =>
    userIds.slice(index * atOnce, (index + 1) * atOnce),
  );
  await next.map(lots, (lot) => actAt(lot, act));
}

async function actAt(userIds: readonly string[], act: Act): Promise<void> {
  try {
    await db.$transaction(async (tx) => {
      const free = await lockFreeSeats(tx, userIds);
      if (free.length > 0) await act(tx, free);
    });
  } catch (error) {
    if (userIds.length === 1 || isUnavailable(error)) {
      log.error({ userIds, error: String(error) }, "seats not swept");
      return;
    }
    // One that fails must not keep the others: each half by itself, down to that one.
    const half = Math.ceil(userIds.length / 2);
    await actAt(userIds.slice(0, half), act);
    await actAt(userIds.slice(half), act);
  }
}
