import type { Tx } from "@/lib/db";
import { lockSeats } from "@/lib/seats/lock";

/**
 * Locks users until the transaction ends: their seats, then their rows, each in the order that everybody locks them in.
 * Administrators, teams and what belongs to a user (links, tokens, sessions of the console) come after.
 */
export async function lockUsers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await lockSeats(tx, ids);
  await lockUserRows(tx, ids);
}

/** The rows alone, where nothing of the seats is read or written. */
export async function lockUserRows(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select 1 from user_account where id = any(${[...ids]}::uuid[]) order by id for no key update`;
}
