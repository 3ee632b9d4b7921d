import { useEffect, useRef, useState } from "react";
import { backoffMs } from "@/client/backoff";
import type { Seat } from "@/client/rollcall";
import { isUnreachable, pause } from "./unreachable";
import type { Agent } from "./use-agent";

/** How far the person is with signing in. */
export type Attempt =
  | { at: "idle"; problem?: unknown; stayedAt?: Seat }
  | { at: "trying"; unreachable: boolean }
  | { at: "asking"; seat: Seat; answer: (takeOver: boolean) => void }
  | { at: "taking-over"; seat: Seat };

/** Signs in; asks before taking a seat over; goes on trying while the gateway cannot be reached. */
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
    setAttempt({ at: "trying", unreachable: false });
    for (let round = 0; !signal.aborted; round++) {
      try {
        const session = await agent.signIn(credentials, { onSeatTaken });
        if (!session) setAttempt({ at: "idle", ...(asked && { stayedAt: asked }) });
        return;
      } catch (problem) {
        if (signal.aborted) return;
        if (!isUnreachable(problem)) return setAttempt({ at: "idle", problem });
        setAttempt({ at: "trying", unreachable: true });
        await pause(backoffMs(round, Math.random(), 2000), signal);
      }
    }
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
