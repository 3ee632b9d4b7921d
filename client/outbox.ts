import { Problem } from "./problem";
import type { OutgoingFrame } from "./protocol";
import { randomId } from "./random-id";

type Waiting = {
  id: string;
  frame: OutgoingFrame;
  since: number;
  tried: boolean;
  stored: () => void;
  failed: (problem: Problem) => void;
};

const mostWaiting = 32;

/** Frames that the gateway has not yet said it stored. The same id goes out again until it is answered. */
export function createOutbox(elapsedMs: () => number = () => performance.now()) {
  let waiting: Waiting[] = [];

  function take(id: string) {
    const found = waiting.find((entry) => entry.id === id);
    waiting = waiting.filter((entry) => entry !== found);
    return found;
  }

  return {
    get empty() {
      return waiting.length === 0;
    },
    /** Resolves when the gateway has stored the frame. */
    add(frame: OutgoingFrame): Promise<void> {
      if (waiting.length >= mostWaiting) return Promise.reject(new Problem("too-many-waiting"));
      return new Promise((stored, failed) => {
        waiting.push({ id: randomId(), frame, since: elapsedMs(), tried: false, stored, failed });
      });
    },
    /** All that wait, or only those never sent; a frame that could not be sent at once carries its age. */
    toSend({ again }: { again: boolean }): object[] {
      const due = waiting.filter((entry) => again || !entry.tried);
      return due.map((entry) => {
        entry.tried = true;
        const ageMs = Math.round(elapsedMs() - entry.since);
        return { id: entry.id, ...entry.frame, ...(ageMs > 0 && { ageMs }) };
      });
    },
    /** Returns what was stored; undefined for frames that are not of this outbox. */
    stored(id: string): OutgoingFrame | undefined {
      const entry = take(id);
      entry?.stored();
      return entry?.frame;
    },
    refused(id: string, problem: Problem) {
      take(id)?.failed(problem);
    },
    /** Nothing of it will be sent any more. */
    abandon(problem: Problem) {
      for (const entry of waiting) entry.failed(problem);
      waiting = [];
    },
  };
}
