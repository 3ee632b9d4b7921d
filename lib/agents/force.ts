import { type Actor, authorize } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { forceState } from "@/lib/seats/commands";
import { forceLogout } from "@/lib/sessions/commands";
import type { Forced } from "./forced";
import type { ForceLogouts, ForceStates } from "./schema";

/** Sets the state of many, each for themselves: one who cannot be set keeps nobody else. */
export function forceStates(actor: Actor, { agents, to }: ForceStates) {
  return forEach(actor, agents, (agent) => forceState(actor, { ...to, ...agent }));
}

/** Signs many out, each for themselves. */
export function forceLogouts(actor: Actor, { agents, by }: ForceLogouts) {
  return forEach(actor, agents, (agent) => forceLogout(actor, { ...by, ...agent }));
}

type Agent = ForceStates["agents"][number];

async function forEach(actor: Actor, agents: readonly Agent[], force: (agent: Agent) => Outcome) {
  authorize(actor, "agents:force");
  const forced: Forced = { done: [], onInteraction: [], signedOut: [], outOfReach: [] };
  for (const agent of agents) {
    const result = await force(agent);
    forced[result.ok ? "done" : becameOf[result.code]].push(agent.username);
  }
  return ok(forced);
}

type Outcome = ReturnType<typeof forceState> | ReturnType<typeof forceLogout>;
type Refusal = Extract<Awaited<Outcome>, { ok: false }>["code"];

const becameOf: Record<Refusal, keyof Forced> = {
  "on-interaction": "onInteraction",
  "not-signed-in": "signedOut",
  "signed-in-elsewhere": "signedOut",
  "not-found": "outOfReach",
};
