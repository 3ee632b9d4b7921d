import { Problem } from "./problem";
import type { OutgoingFrame } from "./protocol";
import { randomId } from "./random-id";

/** A frame and when it happened, by the server's clock. */
export type Told<F = OutgoingFrame> = { frame: F; at: string };

type Waiting = Told & {
  id: string;
  since: number;
  tried: boolean;
  stored: () => void;
  failed: (problem: Problem) => void;
};

// The gateway takes 32 without an answer: these, a sync, and a sign of life.
const mostWaiting = 30;
// The gateway closes the stream over a frame of 64 KiB, however often it comes; a character may be three bytes.
const longestFrame = 20_000;

/** Frames that the gateway has not yet said it stored. The same id goes out again until it is answered. */
export function createOutbox(elapsedMs: () => number = () => performance.now()) {
  let waiting: Waiting[] = [];

  function take(id: string) {
    const found = waiting.find((entry) => entry.id === id);
    waiting = waiting.filter((entry) => entry !== found);
    return found;
  }

  return {
    /** What waits, oldest first. */
    get waiting(): readonly Told[] {
      return waiting;
    },
    /** Resolves when the gateway has stored the frame. */
    add(frame: OutgoingFrame, at: string): Promise<void> {
      if (JSON.stringify(frame).length > longestFrame) return Promise.reject(new Problem("too-large"));
      if (waiting.length >= mostWaiting) return Promise.reject(new Problem("too-many-waiting"));
      return new Promise((stored, failed) => {
        waiting.push({ id: randomId(), frame, at, since: elapsedMs(), tried: false, stored, failed });
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
    stored(id: string): Told | undefined {
      const entry = take(id);
      entry?.stored();
      return entry;
    },
    /** Whether the frame was of this outbox. */
    refused(id: string, problem: Problem): boolean {
      const entry = take(id);
      entry?.failed(problem);
      return entry !== undefined;
    },
    /** Nothing of it will be sent any more. */
    abandon(problem: Problem) {
      const abandoned = waiting;
      waiting = [];
      for (const entry of abandoned) entry.failed(problem);
    },
  };
}
