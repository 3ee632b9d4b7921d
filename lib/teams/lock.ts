import type { Tx } from "@/lib/db";

/** Locks a team until the transaction ends, and reads it. Sign-ins of its people need not wait. */
export async function lockTeam(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from team where id = ${id}::uuid for no key update`;
  return tx.team.findUnique({ where: { id } });
}

/** Sees to it that none of these teams is deleted before the transaction ends; false where one is not there. */
export async function holdTeams(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from team where id = any(${[...ids]}::uuid[]) order by id for key share`;
  return rows.length === new Set(ids).size;
}
