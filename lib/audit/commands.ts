import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

type Entry = {
  /** noun.verb, as in `session.end` */
  verb: string;
  /** The id (or key) of what was acted on. */
  subject: string;
  note?: string;
  changes?: Prisma.InputJsonObject;
};

/** Records who did what, in the transaction of the deed itself. */
export async function audit(tx: Tx, actor: Actor, { verb, subject, note, changes }: Entry) {
  const id = uuidv7();
  await tx.auditEntry.create({ data: { id, actorKind: actor.kind, actorId: actor.id, verb, subject } });
  if (note !== undefined || changes !== undefined) {
    await tx.auditDetail.create({ data: { entryId: id, note: note ?? null, ...(changes && { changes }) } });
  }
}
