import type { Tx } from "@/lib/db";
import type { Step } from "./course";

/** A request under its lock; null where there is none. */
export async function lockRequest(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`select id from log_request where id = ${id}::uuid for update`;
  return row ? tx.logRequest.findUniqueOrThrow({ where: { id } }) : null;
}

export const takeStep = (tx: Tx, id: string, step: Step) =>
  tx.logRequest.update({ where: { id }, data: step });
