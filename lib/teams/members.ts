import { auditEach } from "@/lib/audit/commands";
import { type Actor, assignRefusal, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { unknownOnes } from "@/lib/users/left";
import { lockUsers } from "@/lib/users/lock";
import { findAmong } from "@/lib/users/queries";
import { holdTeams } from "./lock";
import type { MoveMembers } from "./schema";

/**
 * Moves people into a team, and tells where they were and who could not be found. Open sessions go on, and stay the former team's in the ledger; a
 * trigger marks the seats as changed, so that live screens follow.
 */
export async function moveMembers(actor: Actor, { usernames, teamId }: MoveMembers) {
  authorize(actor, "teams:write");

  return db.$transaction(async (tx) => {
    const { users, unknown } = await findAmong(tx, actor, usernames);
    const userIds = users.map((user) => user.id);
    // People before teams, as a sign-in has them.
    await lockUsers(tx, userIds);
    const refused = assignRefusal(actor, { teamIds: [teamId], roles: [] });
    if (refused) return fail(refused);
    if (!(await holdTeams(tx, [teamId]))) return fail("unknown-team");
    const moving = await tx.user.findMany({
      where: { id: { in: userIds }, teamId: { not: teamId } },
      select: { id: true, username: true, teamId: true },
      orderBy: { id: "asc" },
    });

    await tx.user.updateMany({ where: { id: { in: moving.map((user) => user.id) } }, data: { teamId } });
    await auditEach(
      tx,
      actor,
      moving.map((user) => ({
        verb: "user.move",
        subject: user.id,
        changes: { from: { team: user.teamId }, to: { team: teamId } },
      })),
    );
    return ok({
      moved: moving.map(({ username, teamId: from }) => ({ username, from })),
      left: unknownOnes(unknown),
    });
  });
}
