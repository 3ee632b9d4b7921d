import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/passwords";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findTeams } from "@/lib/teams/queries";
import { uniqueViolation } from "@/lib/unique";
import type { CreateUser } from "./schema";

/** Makes a user with a seat. Without a password the user cannot sign in until one is set. */
export async function createUser(actor: Actor, input: CreateUser) {
  authorize(actor, "users:write");
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);

  try {
    return await db.$transaction(async (tx) => {
      const teams = await findTeams(tx, [input.team, ...input.supervises]);
      const team = teams.get(input.team);
      const supervises = input.supervises.map((name) => teams.get(name));
      if (!team || supervises.includes(undefined)) return fail("unknown-team");

      const user = await tx.user.create({
        data: {
          id: uuidv7(),
          username: input.username,
          name: input.name,
          personnelNumber: input.personnelNumber ?? null,
          email: input.email ?? null,
          passwordHash,
          teamId: team.id,
          roles: input.roles,
          supervises: { create: supervises.flatMap((led) => (led ? [{ teamId: led.id }] : [])) },
        },
      });
      await audit(tx, actor, { verb: "user.create", subject: user.id });
      return ok({ username: user.username });
    });
  } catch (error) {
    const constraint = uniqueViolation(error);
    if (constraint === "user_account_username_key") return fail("username-taken");
    if (constraint === "user_account_personnel_number_key") return fail("personnel-number-taken");
    throw error;
  }
}
