import type { Tx } from "@/lib/db";
import type { LogPiece, LogRequest } from "@/prisma/generated/client";
import type { Step } from "./course";

/** A request under its lock; null where there is none. */
export async function lockRequest(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`select id from log_request where id = ${id}::uuid for update`;
  return row ? tx.logRequest.findUniqueOrThrow({ where: { id } }) : null;
}

/** Several under their locks, which everybody takes in the same order. */
export const lockRequests = (tx: Tx, ids: readonly string[]) =>
  tx.$queryRaw`select id from log_request where id = any(${[...new Set(ids)]}::uuid[]) order by id for update`;

export const takeStep = (tx: Tx, id: string, step: Step) =>
  tx.logRequest.update({ where: { id }, data: step });

/** Pieces that have arrived, and what their requests have come to by them. */
export async function writeArrivals(
  tx: Tx,
  pieces: readonly LogPiece[],
  requests: ReadonlyMap<string, LogRequest>,
) {
  if (pieces.length === 0) return;
  await tx.logPiece.createMany({ data: [...pieces] });
  const ids = new Set(pieces.map(({ requestId }) => requestId));
  const changed = [...ids].map((id) => requests.get(id));
  await tx.$executeRaw`
    update log_request r set status = v.status, delivered_at = v."deliveredAt", accepted_at = v."acceptedAt",
      collecting_at = v."collectingAt", uploading_at = v."uploadingAt", ended_at = v."endedAt",
      told_pieces = v."toldPieces", pieces = v.pieces, bytes = v.bytes, lines = v.lines
    from json_to_recordset(${JSON.stringify(changed)}::json) as v (id uuid, status log_status, "deliveredAt" timestamptz,
      "acceptedAt" timestamptz, "collectingAt" timestamptz, "uploadingAt" timestamptz, "endedAt" timestamptz,
      "toldPieces" int, pieces int, bytes int, lines int)
    where r.id = v.id`;
}
