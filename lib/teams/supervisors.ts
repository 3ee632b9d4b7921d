import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findByUsernames } from "@/lib/users/queries";
import { lockTeam } from "./lock";
import type { ChangeSupervisors } from "./schema";

/** Adds and removes supervisors of a team: two who do so at once do not undo each other. */
export async function changeSupervisors(actor: Actor, { id, add, remove }: ChangeSupervisors) {
  authorize(actor, "teams:write");
  if (!inScope(actor, id)) return fail("not-found");

  return db.$transaction(async (tx) => {
    if (!(await lockTeam(tx, id))) return fail("not-found");
    const [adding, removing] = [
      await findByUsernames(tx, actor, add),
      await findByUsernames(tx, actor, remove),
    ];
    if (!adding || !removing) return fail("unknown-user");
    if (adding.some((user) => !user.roles.includes("supervisor"))) return fail("not-a-supervisor");
    return ok(await write(tx, actor, id, { add: ids(adding), remove: ids(removing) }));
  });
}

/** Makes these the supervisors of a locked team, and nobody else. */
export async function replaceSupervisors(tx: Tx, actor: Actor, id: string, usernames: readonly string[]) {
  const wanted = await findByUsernames(tx, actor, usernames);
  if (!wanted) return fail("unknown-user");
  const standing = await tx.teamSupervisor.findMany({ where: { teamId: id }, select: { userId: true } });
  const there = new Set(standing.map((row) => row.userId));
  const fresh = wanted.filter((user) => !there.has(user.id));
  if (fresh.some((user) => !user.roles.includes("supervisor"))) return fail("not-a-supervisor");
  const stay = new Set(ids(wanted));
  const remove = [...there].filter((userId) => !stay.has(userId));
  return ok(await write(tx, actor, id, { add: ids(fresh), remove }));
}

async function write(tx: Tx, actor: Actor, id: string, { add, remove }: { add: string[]; remove: string[] }) {
  const going = { teamId: id, userId: { in: remove } };
  const removed = await tx.teamSupervisor.findMany({ where: going, select: { userId: true } });
  await tx.teamSupervisor.deleteMany({ where: going });
  const added = await tx.teamSupervisor.createManyAndReturn({
    data: add.map((userId) => ({ teamId: id, userId })),
    skipDuplicates: true,
  });
  const changes = {
    added: added.map((row) => row.userId),
    removed: removed.map((row) => row.userId),
  };
  if (added.length + removed.length > 0) {
    await audit(tx, actor, { verb: "team.supervisors", subject: id, changes });
  }
  return { added: added.length, removed: removed.length };
}

const ids = (users: readonly { id: string }[]) => users.map((user) => user.id);
