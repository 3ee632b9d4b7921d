import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { uniqueViolation } from "@/lib/unique";
import type { CreateTeam } from "./schema";

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
