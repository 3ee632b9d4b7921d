import { setTimeout as pause } from "node:timers/promises";
import { type ConsoleSession, readConsoleSessions } from "@/lib/auth/console-sessions";

/** Of one open stream: its session as it is now, null where that is over, undefined while the database is away. */
type Check = (now: ConsoleSession | null | undefined) => void;

const everyMs = 1000;

const watched = new Map<Check, string>();
let looking = false;

/** Looks at a console session once a second, in one query with those of all other streams. Returns how to stop. */
export function watchSession(id: string, check: Check) {
  watched.set(check, id);
  if (!looking) void look();
  return () => void watched.delete(check);
}

async function look() {
  looking = true;
  while (watched.size > 0) {
    await pause(everyMs);
    const streams = [...watched];
    const sessions = await readConsoleSessions([...new Set(streams.map(([, id]) => id))]).catch(
      () => undefined,
    );
    for (const [check, id] of streams) if (watched.has(check)) check(sessions && (sessions.get(id) ?? null));
  }
  looking = false;
}
