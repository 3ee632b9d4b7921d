import type { Tx } from "./db";

/** The database's clock in whole milliseconds: the only clock that counts. Take it after the locks. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`select ledger_now() as now`;
  return row.now;
}

export const earlier = (a: Date, b: Date) => (b < a ? b : a);
export const later = (a: Date, b: Date | null) => (b !== null && b > a ? b : a);
