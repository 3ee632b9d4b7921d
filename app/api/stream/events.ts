import { agentBoard } from "@/app/_edges/board";
import { boardEvents, type Line } from "@/app/_edges/board-events";
import { sameScope, toldTo } from "@/lib/agents/board";
import { can } from "@/lib/auth/actor";
import type { ConsoleSession } from "@/lib/auth/console-sessions";
import type { Cursor } from "@/lib/live/cursor";
import { watchSession } from "./watch";

/** The events of one tab. It ends with the request, or with the console session. */
export function liveEvents(session: ConsoleSession, from: Cursor | null, signal: AbortSignal) {
  const { scope } = session.actor;
  const day = (line: Line) => line.send("day", JSON.stringify({ day: agentBoard().day().toISOString() }));

  function watch(line: Line) {
    let away = false;
    return watchSession(session.id, (now) => {
      if (now === undefined) {
        // The tab says at once that it is stale.
        away = true;
        return line.send("away");
      }
      if (!now || !can(now.actor, "users:read")) line.send("signed-out");
      else if (!sameScope(now.actor.scope, scope)) line.send("reset");
      else {
        if (away) line.send("beat");
        away = false;
        return;
      }
      line.end();
    });
  }

  return boardEvents(
    {
      scope,
      told: (since) => toldTo(scope, since),
      begin(line, resumed) {
        if (!resumed) line.send("reset");
        day(line);
      },
      anew: (line) => line.send("reset"),
      day,
      beat: (line) => line.send("beat"),
      watch,
    },
    from,
    signal,
  );
}
