import { v7 as uuidv7 } from "uuid";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { createTeam } from "@/lib/teams/commands";
import { getTeam } from "@/lib/teams/queries";
import { listUsers } from "@/lib/users/list";
import { UserRows } from "@/lib/users/schema";
import type { AuditEntry } from "@/prisma/generated/client";

export const newName = () => `Team ${uuidv7()}`;

export async function newTeam(name = newName()) {
  const made = await createTeam(bootstrapToken, { name });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

export async function details(id: string, actor: Actor = bootstrapToken) {
  const team = await getTeam(actor, id);
  if (!team.ok) throw new Error(team.code);
  return team.value;
}

/** The ids of a team's people as the list shows them. */
export async function listMembers(actor: Actor, team: string) {
  const rows = await listUsers(actor, UserRows.parse({ team, from: 0, count: 1000 }));
  return rows.map(({ id }) => id);
}

export const supervisorOf = (...scope: string[]): Actor => ({
  kind: "person",
  id: uuidv7(),
  roles: ["supervisor"],
  scope,
});

export const audited = (subject: string) =>
  db.auditEntry.findMany({ where: { subject }, orderBy: { id: "asc" }, include: { detail: true } });

export const verbs = (entries: AuditEntry[]) => entries.map((entry) => entry.verb);
