import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { uniqueViolation } from "@/lib/unique";
import type { Team } from "@/prisma/generated/client";
import { Limits } from "./limits";
import { lockTeam } from "./lock";
import { replaceResponsible } from "./responsible";
import type { ChangeTeam, CreateTeam, EditTeam, TeamId } from "./schema";
import { replaceSupervisors } from "./supervisors";

export async function createTeam(actor: Actor, { name }: CreateTeam) {
  authorize(actor, "teams:write");

  try {
    return await db.$transaction(async (tx) => {
      const team = await tx.team.create({ data: { id: uuidv7(), name } });
      await audit(tx, actor, { verb: "team.create", subject: team.id, changes: { to: { name } } });
      return ok({ id: team.id, name: team.name });
    });
  } catch (error) {
    if (uniqueViolation(error) === "team_name_key") return fail("team-name-taken");
    throw error;
  }
}

type Change = ChangeTeam & { id: string; seen?: EditTeam["seen"] };

/** Changes what differs. With `seen`, only what still stands as it was seen. */
export async function changeTeam(actor: Actor, { id, seen, supervisors, responsible, ...wanted }: Change) {
  authorize(actor, "teams:write");
  if (!inScope(actor, id)) return fail("not-found");

  try {
    return await db.$transaction(async (tx) => {
      const team = await lockTeam(tx, id);
      if (!team) return fail("not-found");
      const before = settingsOf(team);
      const changed = differing(before, wanted);
      // Whoever wants what is there already has no quarrel with who put it there.
      const overtaken = seen && differing(before, seen);
      if (overtaken && Object.keys(changed).some((key) => key in overtaken)) return fail("setting-changed");

      if (supervisors) {
        const replaced = await replaceSupervisors(tx, actor, id, supervisors);
        if (!replaced.ok) return replaced;
      }
      if (responsible) {
        const replaced = await replaceResponsible(tx, actor, id, responsible);
        if (!replaced.ok) return replaced;
      }
      if (Object.keys(changed).length > 0) {
        const set = "dailySignOutAt" in changed && { dailySignOutSetAt: await databaseNow(tx) };
        await tx.team.update({ where: { id }, data: { ...changed, ...set } });
        const from = Object.fromEntries(Object.entries(before).filter(([key]) => key in changed));
        await audit(tx, actor, { verb: "team.change", subject: id, changes: { from, to: changed } });
      }
      return ok({ id, ...before, ...changed });
    });
  } catch (error) {
    if (uniqueViolation(error) === "team_name_key") return fail("team-name-taken");
    throw error;
  }
}

/** Removes a team that nobody is in and no session names. */
export async function deleteTeam(actor: Actor, { id }: TeamId) {
  authorize(actor, "teams:write");
  if (!inScope(actor, id)) return fail("not-found");

  return db.$transaction(async (tx) => {
    // Whoever signs in or moves in meanwhile waits for this row, or is here before it.
    const [row] = await tx.$queryRaw<{ name: string }[]>`
      select name from team where id = ${id}::uuid for update`;
    if (!row) return fail("not-found");
    if (await tx.user.findFirst({ where: { teamId: id }, select: { id: true } })) {
      return fail("team-has-people");
    }
    if (await tx.session.findFirst({ where: { teamId: id }, select: { id: true } })) {
      return fail("team-has-sessions");
    }
    await tx.team.delete({ where: { id } });
    await audit(tx, actor, { verb: "team.delete", subject: id, changes: { from: { name: row.name } } });
    return ok({ id, name: row.name });
  });
}

const settingsOf = ({ name, allowedApps, dailySignOutAt, limits, packageDeployment }: Team) => ({
  name,
  allowedApps: allowedApps.toSorted(),
  dailySignOutAt,
  limits: Limits.parse(limits),
  packageDeployment,
});
type Settings = ReturnType<typeof settingsOf>;

/** What of a patch is not as it stands. */
function differing(stands: Settings, patch: EditTeam["seen"]): Partial<Settings> {
  const keys = Object.keys(stands) as (keyof Settings)[];
  return Object.fromEntries(
    keys
      .filter((key) => patch[key] !== undefined && JSON.stringify(patch[key]) !== JSON.stringify(stands[key]))
      .map((key) => [key, patch[key]]),
  );
}
