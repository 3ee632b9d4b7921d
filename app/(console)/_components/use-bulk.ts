"use client";

import { useRef, useState } from "react";
import type { ActionResult } from "@/app/_edges/action";
import type { ErrorCode } from "@/lib/errors";

type Run<I, T> = {
  /** Whom it is done to: those of a whole list are asked for when they are needed. */
  items: () => Promise<readonly I[]>;
  /** Does it to as many of them as go at once. */
  step: (some: I[]) => Promise<ActionResult<T>>;
};

/** How a deed to many stands. `failed` stopped it: what was done before stays done. */
export type BulkState =
  | { kind: "idle" }
  | { kind: "running"; done: number; of: number | null }
  | { kind: "failed"; done: number; of: number | null; code: ErrorCode };

/** `stopped` by whoever watched: that is the end of it. */
type Came<T> = { answers: T[]; refused: boolean; stopped: boolean };

/** Does something to any number, some at a time, so that it can be watched and stopped. */
export function useBulk(atOnce: number) {
  const [state, setState] = useState<BulkState>({ kind: "idle" });
  const stopped = useRef(false);
  const running = useRef(false);

  /**
   * What the steps answered, as far as it came: all of them, those before a refusal, or those before it was stopped.
   * Null where it runs already.
   */
  async function run<I, T>({ items, step }: Run<I, T>): Promise<Came<T> | null> {
    if (running.current) return null;
    running.current = true;
    stopped.current = false;
    setState({ kind: "running", done: 0, of: null });
    const answers: T[] = [];
    const refuse = (done: number, of: number | null, code: ErrorCode) => {
      running.current = false;
      setState({ kind: "failed", done, of, code });
      return { answers, refused: true, stopped: stopped.current };
    };
    const all = await items().catch(() => null);
    if (all === null) return refuse(0, null, "unavailable");
    for (let done = 0; done < all.length && !stopped.current; done += atOnce) {
      setState({ kind: "running", done, of: all.length });
      const result = await step(all.slice(done, done + atOnce)).catch(
        () => ({ ok: false, code: "unavailable" }) as const,
      );
      if (!result.ok) return refuse(done, all.length, result.code);
      answers.push(result.value);
    }
    running.current = false;
    setState({ kind: "idle" });
    return { answers, refused: false, stopped: stopped.current };
  }

  return {
    state,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
