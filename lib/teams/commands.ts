import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { uniqueViolation } from "@/lib/unique";
import type { ChangeTeam, CreateTeam } from "./schema";

export async function createTeam(actor: Actor, { name }: CreateTeam) {
  authorize(actor, "teams:write");

  try {
    return await db.$transaction(async (tx) => {
      const team = await tx.team.create({ data: { id: uuidv7(), name } });
      await audit(tx, actor, { verb: "team.create", subject: team.id });
      return ok({ id: team.id, name: team.name });
    });
  } catch (error) {
    if (uniqueViolation(error) === "team_name_key") return fail("team-name-taken");
    throw error;
  }
}

export async function changeTeam(
  actor: Actor,
  { id, allowedApps, dailySignOutAt }: ChangeTeam & { id: string },
) {
  authorize(actor, "teams:write");

  return db.$transaction(async (tx) => {
    const team = await tx.team.findUnique({ where: { id } });
    if (!team) return fail("not-found");
    const signOut = dailySignOutAt !== undefined && dailySignOutAt !== team.dailySignOutAt;
    const { name, ...after } = await tx.team.update({
      where: { id },
      data: {
        ...(allowedApps && { allowedApps: [...new Set(allowedApps)] }),
        ...(signOut && { dailySignOutAt, dailySignOutSetAt: await databaseNow(tx) }),
      },
    });
    const told = { allowedApps: after.allowedApps, dailySignOutAt: after.dailySignOutAt };
    const before = { allowedApps: team.allowedApps, dailySignOutAt: team.dailySignOutAt };
    await audit(tx, actor, { verb: "team.change", subject: id, changes: { from: before, to: told } });
    return ok({ id, name, ...told });
  });
}
