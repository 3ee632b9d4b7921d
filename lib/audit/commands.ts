import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import { markDone } from "@/lib/requests/claim";
import type { Prisma } from "@/prisma/generated/client";
import type { ActorKind } from "@/prisma/generated/enums";

type Entry = {
  /** noun.verb, as in `session.end` */
  verb: string;
  /** The id (or key) of what was acted on. */
  subject: string;
  note?: string;
  changes?: Prisma.InputJsonObject;
};

/** Who did it: somebody, or a rule that was due. */
type Doer = Pick<Actor, "id" | "tokenId" | "request"> & { kind: ActorKind };
export const byRule: Doer = { kind: "rule", id: null };

/** Records who did what, in the transaction of the deed itself. */
export async function audit(tx: Tx, actor: Doer, { verb, subject, note, changes }: Entry) {
  const id = uuidv7();
  if (actor.request) await markDone(tx, actor.request);
  const { kind, id: actorId, tokenId = null } = actor;
  await tx.auditEntry.create({ data: { id, actorKind: kind, actorId, tokenId, verb, subject } });
  if (note !== undefined || changes !== undefined) {
    await tx.auditDetail.create({ data: { entryId: id, note: note ?? null, ...(changes && { changes }) } });
  }
}

/** The same for many deeds of one transaction, in one statement. */
export async function auditEach(tx: Tx, actor: Actor, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  if (actor.request) await markDone(tx, actor.request);
  const rows = entries.map((entry) => ({ id: uuidv7(), ...entry }));
  await tx.$executeRaw`
    with rows as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as r (id uuid, verb text, subject text, note text, changes jsonb)
    ), entries as (
      insert into audit_entry (id, actor_kind, actor_id, token_id, verb, subject)
      select id, ${actor.kind}::actor_kind, ${actor.id}::uuid, ${actor.tokenId ?? null}::uuid, verb, subject from rows
    )
    insert into audit_detail (entry_id, note, changes)
    select id, note, changes from rows where note is not null or changes is not null`;
}
