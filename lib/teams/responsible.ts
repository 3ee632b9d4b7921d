import { audit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findByUsernames } from "@/lib/users/queries";

/** Makes these administrators responsible for the apps of a locked team, and nobody else. */
export async function replaceResponsible(tx: Tx, actor: Actor, id: string, usernames: readonly string[]) {
  const wanted = await findByUsernames(tx, actor, usernames);
  if (!wanted) return fail("unknown-user");
  if (wanted.some(({ roles }) => !roles.includes("administrator"))) return fail("not-an-administrator");
  const stay = wanted.map((user) => user.id);
  const going = { teamId: id, userId: { notIn: stay } };
  const removed = await tx.teamResponsible.findMany({ where: going, select: { userId: true } });
  await tx.teamResponsible.deleteMany({ where: going });
  const added = await tx.teamResponsible.createManyAndReturn({
    data: stay.map((userId) => ({ teamId: id, userId })),
    skipDuplicates: true,
  });
  if (added.length + removed.length > 0) {
    const changes = { added: added.map((row) => row.userId), removed: removed.map((row) => row.userId) };
    await audit(tx, actor, { verb: "team.responsible", subject: id, changes });
  }
  return ok(undefined);
}
