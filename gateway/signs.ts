import { log } from "@/lib/log";
import { recordSigns } from "@/lib/seats/beat";

const gatherMs = 250;

type OfSession = { id: string; userId: string };

/** Gathers signs of life for a moment and stores them in one statement. */
export function gatherSigns() {
  let waiting = new Map<string, string>();
  let stored: Promise<void> | undefined;

  async function store() {
    await new Promise((resume) => setTimeout(resume, gatherMs));
    const sessions = waiting;
    waiting = new Map();
    stored = undefined;
    await recordSigns(sessions);
  }

  return {
    /** Resolves when the sign is stored. */
    show({ id, userId }: OfSession): Promise<void> {
      waiting.set(userId, id);
      stored ??= store();
      return stored;
    },
    /** For signs that nobody waits for, such as a pong: one that is lost is followed by the next. */
    note(session: OfSession) {
      this.show(session).catch((error) =>
        log.warn({ error: String(error) }, "signs of life were not stored"),
      );
    },
  };
}
export type Signs = ReturnType<typeof gatherSigns>;
