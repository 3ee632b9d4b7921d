import { audit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { atOpenSeat } from "./at-seat";
import { storeNews } from "./commit";
import type { ForceState } from "./schema";

/** A supervisor sets an agent's state; the app is told by whom. On an interaction only if that is said a second time. */
export function forceState(actor: Actor, { state, reason, ...whose }: ForceState) {
  return atOpenSeat(actor, "agents:force", whose, async (tx, { userId, sessionId, state: from }) => {
    const event = {
      kind: "force" as const,
      state: { state, reason },
      by: { kind: actor.kind, id: actor.id },
    };
    await storeNews(tx, [{ userId, sessionId, event }]);
    await audit(tx, actor, {
      verb: "agent.force-state",
      subject: sessionId,
      changes: { from, to: state, reason },
    });
    return ok({ sessionId });
  });
}
