import type { Tx } from "@/lib/db";
import type { Seat } from "@/prisma/generated/client";

/** Locks a user's seat until the transaction ends, and reads it. Holding it is the one-seat rule. */
export async function lockSeat(tx: Tx, userId: string): Promise<Seat> {
  await tx.$queryRaw`select 1 from seat where user_id = ${userId}::uuid for update`;
  return tx.seat.findUniqueOrThrow({ where: { userId } });
}

/** Locks several seats, in the one order that keeps two transactions from waiting for each other, and reads them. */
export async function lockSeats(tx: Tx, userIds: readonly string[]): Promise<Map<string, Seat>> {
  await tx.$queryRaw`select 1 from seat where user_id = any(${[...userIds]}::uuid[]) order by user_id for update`;
  const seats = await tx.seat.findMany({ where: { userId: { in: [...userIds] } } });
  return new Map(seats.map((seat) => [seat.userId, seat]));
}

/** A seat with its session open. */
export type OpenSeat = Seat & {
  open: true;
  sessionId: string;
  platform: NonNullable<Seat["platform"]>;
  version: string;
  loginAt: Date;
  state: NonNullable<Seat["state"]>;
  stateSince: Date;
};

/** The database holds an open seat to be whole; this says so to the compiler. */
export function isOpen(seat: Seat): seat is OpenSeat {
  return seat.open;
}
