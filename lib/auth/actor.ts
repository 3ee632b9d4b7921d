import { AppError } from "@/lib/errors";
import type { Claim } from "@/lib/requests/claim";
import { Prisma } from "@/prisma/generated/client";
import type { ActorKind, Role } from "@/prisma/generated/enums";
import { type Permission, permissions } from "./permissions";

/** Who acts. `scope` is the teams whose people the actor may see. */
export type Actor = {
  kind: Exclude<ActorKind, "rule">;
  id: string | null;
  roles: readonly Role[];
  scope: "all" | readonly string[];
  /** The personal token by which a program acts as this person. */
  tokenId?: string;
  /** What the actor was asked for, where it must not be done twice. */
  request?: Claim;
};

/** The bootstrap API token: every scope, no person. */
export const bootstrapToken: Actor = { kind: "api_token", id: null, roles: ["administrator"], scope: "all" };

export const can = (actor: Actor, permission: Permission) =>
  actor.roles.some((role) => permissions[role].includes(permission));

/** All that the actor may do. */
export const permissionsOf = (actor: Actor): readonly Permission[] => [
  ...new Set(actor.roles.flatMap((role) => permissions[role])),
];

export function authorize(actor: Actor, permission: Permission) {
  if (!can(actor, permission)) throw new AppError("not-allowed", `needs ${permission}`);
}

/** Administrators see everybody, supervisors their teams. An analyst sees nobody but in reports. */
const scopeOf = (roles: readonly Role[], supervises: readonly string[]): Actor["scope"] =>
  roles.includes("administrator") ? "all" : supervises;

/** Somebody as the database has them now: their roles, and the teams that they supervise. */
export const actorOf = (user: {
  id: string;
  roles: readonly Role[];
  supervises: readonly { teamId: string }[];
}): Actor => ({
  kind: "person",
  id: user.id,
  roles: user.roles,
  scope: scopeOf(
    user.roles,
    user.supervises.map(({ teamId }) => teamId),
  ),
});

export const inScope = (actor: Actor, teamId: string) =>
  actor.scope === "all" || actor.scope.includes(teamId);

/** The person who acts, for what is a person's own. */
export function personOf(actor: Actor): string {
  if (actor.kind !== "person" || actor.id === null) throw new AppError("needs-a-person", "needs a person");
  return actor.id;
}

/** Nobody but an administrator lays hands on the account of one. */
export const mayManage = (actor: Actor, user: { teamId: string; roles: readonly Role[] }) =>
  inScope(actor, user.teamId) &&
  (actor.roles.includes("administrator") || !user.roles.includes("administrator"));

type Assignment = { teamIds: readonly string[]; roles: readonly Role[] };

/** Why an actor may not give somebody these teams and roles; null where they may. Teams out of reach are none for them. */
export function assignRefusal(actor: Actor, { teamIds, roles }: Assignment) {
  if (!teamIds.every((teamId) => inScope(actor, teamId))) return "unknown-team";
  const makesAdministrator = roles.includes("administrator") && !actor.roles.includes("administrator");
  return makesAdministrator ? "not-allowed" : null;
}

/** The part of a Prisma filter that keeps a query of people within the actor's teams. */
export const scopeFilter = (actor: Actor) =>
  actor.scope === "all" ? {} : { teamId: { in: [...actor.scope] } };

/** The same for what belongs to one person: nothing where the person is out of reach. */
export const belongingTo = (actor: Actor, userId: string) => ({ userId, user: scopeFilter(actor) });

/** The same for a query of teams. */
export const teamsInScope = (actor: Actor) => (actor.scope === "all" ? {} : { id: { in: [...actor.scope] } });

/** The same in SQL, by the column that holds the team's id. */
export const withinScope = (actor: Actor, column: Prisma.Sql) =>
  actor.scope === "all" ? Prisma.sql`true` : Prisma.sql`${column} = any(${[...actor.scope]}::uuid[])`;
