import { AppError } from "@/lib/errors";
import type { ActorKind, Role } from "@/prisma/generated/enums";
import { type Permission, permissions } from "./permissions";

/** Who acts. `scope` is the teams whose people the actor may see. */
export type Actor = {
  kind: Exclude<ActorKind, "rule">;
  id: string | null;
  roles: readonly Role[];
  scope: "all" | readonly string[];
};

/** The bootstrap API token: every scope, no person. */
export const bootstrapToken: Actor = { kind: "api_token", id: null, roles: ["administrator"], scope: "all" };

export const can = (actor: Actor, permission: Permission) =>
  actor.roles.some((role) => permissions[role].includes(permission));

export function authorize(actor: Actor, permission: Permission) {
  if (!can(actor, permission)) throw new AppError("not-allowed", `needs ${permission}`);
}

/** Administrators and analysts see everybody, supervisors their teams. */
export function scopeOf(roles: readonly Role[], supervises: readonly string[]): Actor["scope"] {
  return roles.some((role) => role === "administrator" || role === "analyst") ? "all" : supervises;
}

export const inScope = (actor: Actor, teamId: string) =>
  actor.scope === "all" || actor.scope.includes(teamId);

/** The part of a Prisma filter that keeps a query of people within the actor's teams. */
export const scopeFilter = (actor: Actor) =>
  actor.scope === "all" ? {} : { teamId: { in: [...actor.scope] } };
