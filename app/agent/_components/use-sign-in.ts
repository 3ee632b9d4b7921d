import { useEffect, useRef, useState } from "react";
import { backoffMs } from "@/client/backoff";
import { Problem, type Seat } from "@/client/rollcall";
import { pause } from "./network";
import type { Agent } from "./use-agent";

/** How far the person is with signing in. */
export type Attempt =
  | { at: "idle"; problem?: unknown; stayedAt?: Seat }
  | { at: "trying"; problem?: Problem }
  /** Too many attempts: no use before `until`, in milliseconds since 1970 by this device's clock. */
  | { at: "held-off"; until: number }
  | { at: "asking"; seat: Seat; answer: (takeOver: boolean) => void }
  | { at: "taking-over"; seat: Seat };

/** Signs in; asks before taking a seat over; goes on trying while there is no gateway to answer. */
export function useSignIn(agent: Agent) {
  const [attempt, setAttempt] = useState<Attempt>({ at: "idle" });
  const trying = useRef<AbortController>(undefined);
  useEffect(() => () => trying.current?.abort(), []);

  async function signIn(credentials: { username: string; password: string }) {
    const { signal } = newTry();
    let asked: Seat | undefined;
    const onSeatTaken = async (seat: Seat) => {
      asked = seat;
      const takeOver = await new Promise<boolean>((answer) => setAttempt({ at: "asking", seat, answer }));
      if (takeOver) setAttempt({ at: "taking-over", seat });
      return takeOver;
    };
    setAttempt({ at: "trying" });
    for (let round = 0; !signal.aborted; round++) {
      try {
        const session = await agent.signIn(credentials, { onSeatTaken });
        if (!session) setAttempt({ at: "idle", ...(asked && { stayedAt: asked }) });
        return;
      } catch (problem) {
        if (signal.aborted) return;
        const waitMs = problem instanceof Problem ? 1000 * (problem.retryAfterSeconds ?? 0) : 0;
        if (isThrottled(problem)) return holdOff(waitMs, signal);
        if (!isAway(problem)) return setAttempt({ at: "idle", problem });
        setAttempt({ at: "trying", problem });
        await pause(waitMs + backoffMs(round, Math.random(), 2000), signal);
      }
    }
  }

  async function holdOff(ms: number, signal: AbortSignal) {
    setAttempt({ at: "held-off", until: Date.now() + ms });
    await new Promise((resume) => setTimeout(resume, ms));
    if (!signal.aborted) setAttempt({ at: "idle" });
  }

  function newTry() {
    trying.current?.abort();
    trying.current = new AbortController();
    return trying.current;
  }

  function stop() {
    trying.current?.abort();
    setAttempt({ at: "idle" });
  }

  return { attempt, signIn, stop };
}

const isThrottled = (problem: unknown) =>
  problem instanceof Problem &&
  problem.code === "too-many-attempts" &&
  problem.retryAfterSeconds !== undefined;

const isAway = (problem: unknown): problem is Problem =>
  problem instanceof Problem && (problem.code === "unreachable" || problem.code === "unavailable");
