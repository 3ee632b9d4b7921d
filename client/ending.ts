import { Problem } from "./problem";
import type { Ended } from "./protocol";
import { readEnded } from "./wire";

/** Why the session is over, if that is what the gateway said. */
export function endingOf(problem: unknown): Ended | undefined {
  if (!(problem instanceof Problem)) return undefined;
  if (problem.code === "session-ended") return readEnded(problem.body);
  if (problem.code !== "unauthenticated") return undefined;
  return { cause: "unknown-session", message: problem.message, by: null, at: null };
}

/** Only this ending was nobody's doing: the gateway lets the session go on for a while. */
export const isLost = ({ cause }: Ended) => cause === "connection_lost";
