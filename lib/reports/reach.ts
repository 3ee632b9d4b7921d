import type { Actor } from "@/lib/auth/actor";
import { withinScope } from "@/lib/auth/actor";
import type { Prisma } from "@/prisma/generated/client";

/** Reports are an analyst's whole work: of everybody. A supervisor has them of the teams whose sessions they were. */
export const sessionsInReach = (actor: Actor, teamColumn: Prisma.Sql): Prisma.Sql =>
  withinScope(actor.roles.includes("analyst") ? { ...actor, scope: "all" } : actor, teamColumn);
