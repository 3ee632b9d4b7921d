import { type Actor, can, inScope } from "@/lib/auth/actor";
import type { Layout } from "@/prisma/generated/client";
import type { Audience } from "./schema";

type Owned = Pick<Layout, "ownerId" | "everyone" | "teamId">;

export function audienceOf({ everyone, teamId }: Owned): Audience {
  if (everyone) return { kind: "everyone" };
  return teamId === null ? { kind: "personal" } : { kind: "team", teamId };
}

/** How an audience is kept. */
export const columnsOf = (audience: Audience) => ({
  everyone: audience.kind === "everyone",
  teamId: audience.kind === "team" ? audience.teamId : null,
});

export const isShared = (layout: Owned) => audienceOf(layout).kind !== "personal";

export const maySee = (actor: Actor, layout: Owned) =>
  layout.ownerId === actor.id || layout.everyone || (layout.teamId !== null && inScope(actor, layout.teamId));

/** A supervisor shares with the teams they supervise, an administrator with everyone. */
export function mayShareWith(actor: Actor, audience: Audience): boolean {
  if (audience.kind === "personal") return true;
  if (audience.kind === "everyone") return can(actor, "layouts:publish");
  return can(actor, "layouts:share") && inScope(actor, audience.teamId);
}

/** Takes it back or away: its owner, and of what is shared an administrator, too. */
export const mayRemove = (actor: Actor, layout: Owned) =>
  layout.ownerId === actor.id || (isShared(layout) && can(actor, "layouts:publish"));

/** Changes what others see: not who may no longer share it with them. */
export const mayChange = (actor: Actor, layout: Owned) =>
  mayRemove(actor, layout) && mayShareWith(actor, audienceOf(layout));
