import { type Actor, authorize, withinScope } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** How many of the actor's people are signed out for an update, and between when: for supervisors, beforehand. */
export async function signOutsAhead(actor: Actor) {
  authorize(actor, "agents:read");
  const [row] = await db.$queryRaw<[{ people: number; first: Date | null; last: Date | null }]>`
    select count(*)::int as people, min(n.sign_out_at) as first, max(n.sign_out_at) as last
    from notice n join user_account u on u.id = n.user_id
    where n.closed_at is null and n.sign_out_at is not null and ${withinScope(actor, Prisma.sql`u.team_id`)}`;
  return row;
}
