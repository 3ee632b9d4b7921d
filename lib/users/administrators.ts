import type { Tx } from "@/lib/db";

/**
 * True if somebody would still administer Rollcall without these users. Until the transaction ends, nobody else is asked:
 * two administrators who remove each other at once are not both let through.
 */
export async function othersAdminister(tx: Tx, userIds: readonly string[]): Promise<boolean> {
  await holdAdministrators(tx);
  const other = await tx.user.findFirst({
    where: { id: { notIn: [...userIds] }, roles: { has: "administrator" }, disabledAt: null },
    select: { id: true },
  });
  return other !== null;
}

/** Until the transaction ends, nobody else takes that role from anybody. Taken after the locks of users. */
export async function holdAdministrators(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('administrators'))`;
}
