import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, assignRefusal, authorize } from "@/lib/auth/actor";
import { makePasswordLinks } from "@/lib/auth/password-links";
import { keepsRules } from "@/lib/auth/password-rules";
import { hashPassword } from "@/lib/auth/passwords";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { holdTeams } from "@/lib/teams/lock";
import { findTeams } from "@/lib/teams/queries";
import { uniqueViolation } from "@/lib/unique";
import type { CreateUser } from "./schema";

/** Makes a user with a seat, and the link that was asked for. Without a password nobody signs in until one is set. */
export async function createUser(actor: Actor, input: CreateUser) {
  authorize(actor, "users:write");
  if (input.password !== undefined && !keepsRules(input.password, input)) return fail("weak-password");
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);

  try {
    return await db.$transaction(async (tx) => {
      const teams = await findTeams(tx, [input.team, ...input.supervises]);
      const team = teams.get(input.team);
      const supervises = input.supervises.map((name) => teams.get(name));
      if (!team || supervises.includes(undefined)) return fail("unknown-team");
      const teamIds = [...teams.values()].map(({ id }) => id);
      const refused = assignRefusal(actor, { teamIds, roles: input.roles });
      if (refused) return fail(refused);
      if (!(await holdTeams(tx, teamIds))) return fail("unknown-team");

      const user = await tx.user.create({
        data: {
          id: uuidv7(),
          username: input.username,
          name: input.name,
          personnelNumber: input.personnelNumber ?? null,
          email: input.email ?? null,
          passwordHash,
          mustChangePassword: input.mustChangePassword && passwordHash !== null,
          teamId: team.id,
          roles: input.roles,
          supervises: { create: supervises.flatMap((led) => (led ? [{ teamId: led.id }] : [])) },
        },
      });
      await audit(tx, actor, { verb: "user.create", subject: user.id });
      const [link] = input.link ? await makePasswordLinks(tx, actor, [user.id]) : [];
      return ok({ username: user.username, link: link ?? null });
    });
  } catch (error) {
    const taken = takenField(error);
    if (taken) return fail(taken);
    throw error;
  }
}

/** Which field of a user a write could not have, because somebody else has it. */
export function takenField(error: unknown) {
  const constraint = uniqueViolation(error);
  if (constraint === "user_account_username_key") return "username-taken";
  if (constraint === "user_account_personnel_number_key") return "personnel-number-taken";
  return undefined;
}
