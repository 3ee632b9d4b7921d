import type { Direction, InteractionChannel } from "@/prisma/generated/enums";
import type { Phase } from "./schema";

/** An interaction of a session as it is stored. One that was started and has not ended is one that the agent is on. */
export type Interaction = {
  externalId: string;
  channel: InteractionChannel;
  direction: Direction;
  service: string | null;
  offeredAt: Date | null;
  startedAt: Date | null;
  heldSince: Date | null;
  endedAt: Date | null;
  heldMs: number;
  missed: boolean;
};

export type Told = Pick<Interaction, "externalId" | "channel" | "direction" | "service">;

export const isGoing = ({ startedAt, endedAt }: Interaction) => startedAt !== null && endedAt === null;

/** The phase of an open interaction, as a list of open ones names it. */
export function phaseOf({ startedAt, heldSince }: Interaction): "offered" | "started" | "held" {
  if (startedAt === null) return "offered";
  return heldSince === null ? "started" : "held";
}

/**
 * What an interaction is after a phase that was told at a moment not before anything stored of it; undefined where that
 * tells nothing new: the end of one that is not open, a second ring. One that had ended may start again: a call that
 * was passed on and comes back.
 */
export function afterPhase(
  was: Interaction | undefined,
  told: Told,
  phase: Phase,
  at: Date,
): Interaction | undefined {
  if (!was) return firstHeardOf(told, phase, at);
  if (was.endedAt) return phase === "started" || phase === "offered" ? again(was, phase, at) : undefined;
  switch (phase) {
    case "offered":
      return undefined;
    case "started":
      return was.startedAt ? undefined : { ...was, startedAt: at };
    case "held":
      return was.heldSince ? undefined : { ...was, startedAt: was.startedAt ?? at, heldSince: at };
    case "resumed":
      return was.heldSince ? unheld(was, at) : undefined;
    case "ended":
      return { ...unheld(was, at), endedAt: at };
    case "missed":
      // Whoever is on an interaction has not missed it.
      return { ...unheld(was, at), endedAt: at, missed: was.startedAt === null };
  }
}

function firstHeardOf(told: Told, phase: Phase, at: Date): Interaction | undefined {
  const fresh = { ...told, offeredAt: null, startedAt: null, heldSince: null, endedAt: null };
  const unheard: Interaction = { ...fresh, heldMs: 0, missed: false };
  switch (phase) {
    case "offered":
      return { ...unheard, offeredAt: at };
    case "started":
    case "resumed":
      return { ...unheard, startedAt: at };
    case "held":
      return { ...unheard, startedAt: at, heldSince: at };
    case "missed":
      return { ...unheard, offeredAt: at, endedAt: at, missed: true };
    case "ended":
      return undefined;
  }
}

/** The time in between was nobody's work: it counts as held. */
function again(was: Interaction, phase: "started" | "offered", at: Date): Interaction | undefined {
  if (was.startedAt === null) {
    return { ...was, endedAt: null, missed: false, startedAt: phase === "started" ? at : null };
  }
  if (phase === "offered") return undefined;
  const awayMs = at.getTime() - (was.endedAt ?? at).getTime();
  return { ...was, endedAt: null, heldMs: was.heldMs + awayMs };
}

function unheld(was: Interaction, at: Date): Interaction {
  if (!was.heldSince) return was;
  return { ...was, heldSince: null, heldMs: was.heldMs + at.getTime() - was.heldSince.getTime() };
}
