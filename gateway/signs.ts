import { log } from "@/lib/log";
import { recordSigns } from "@/lib/seats/beat";

const gatherMs = 250;

/** Gathers signs of life for a moment and stores them in one statement. */
export function gatherSigns() {
  let waiting = new Set<string>();
  let stored: Promise<void> | undefined;

  async function store() {
    await new Promise((resume) => setTimeout(resume, gatherMs));
    const sessionIds = [...waiting];
    waiting = new Set();
    stored = undefined;
    await recordSigns(sessionIds);
  }

  return {
    /** Resolves when the sign is stored. */
    show(sessionId: string): Promise<void> {
      waiting.add(sessionId);
      stored ??= store();
      return stored;
    },
    /** For signs that nobody waits for, such as a pong: one that is lost is followed by the next. */
    note(sessionId: string) {
      this.show(sessionId).catch((error) =>
        log.warn({ error: String(error) }, "signs of life were not stored"),
      );
    },
  };
}
export type Signs = ReturnType<typeof gatherSigns>;
