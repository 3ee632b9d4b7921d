import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findByUsername } from "@/lib/users/queries";
import { storeNews } from "./commit";
import { isOpen, lockSeat } from "./lock";
import type { ForceState } from "./schema";

/** A supervisor sets an agent's state; the app is told by whom. On an interaction only if that is said a second time. */
export async function forceState(actor: Actor, { username, state, reason, evenOnInteraction }: ForceState) {
  authorize(actor, "agents:force");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");

  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, user.id);
    if (!isOpen(seat)) return fail("not-signed-in");
    if (seat.openInteractions > 0 && !evenOnInteraction) return fail("on-interaction");
    const event = { kind: "force" as const, state: { state, reason }, byId: actor.id };
    await storeNews(tx, [{ userId: user.id, sessionId: seat.sessionId, event }]);
    const changes = { from: seat.state, to: state, reason };
    await audit(tx, actor, { verb: "agent.force-state", subject: seat.sessionId, changes });
    return ok({ sessionId: seat.sessionId });
  });
}
