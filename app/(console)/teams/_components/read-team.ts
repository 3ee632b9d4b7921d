import { cache } from "react";
import { liveCursor } from "@/app/_edges/live";
import type { Actor } from "@/lib/auth/actor";
import { getTeam } from "@/lib/teams/queries";
import { TeamId } from "@/lib/teams/schema";

/** The team that an address names, read once a request for layout, tab and place; null where there is none to see. */
export const readTeam = cache(async (actor: Actor, segment: string) => {
  const address = TeamId.safeParse({ id: segment });
  if (!address.success) return null;
  await liveCursor();
  const team = await getTeam(actor, address.data.id);
  return team.ok ? team.value : null;
});
