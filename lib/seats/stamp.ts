import type { Tx } from "@/lib/db";

/** A change that changes nothing: the feed carries it to screens and gateways. */
export const stampSeats = (tx: Tx, userIds: readonly string[]) =>
  tx.$executeRaw`update seat set user_id = user_id where user_id = any(${[...userIds]}::uuid[])`;
