import { agentBoard } from "@/app/_edges/board";
import { boardEvents, type Line } from "@/app/_edges/board-events";
import { callerOf } from "@/app/_edges/caller";
import { type Held, sameScope, seenBy } from "@/lib/agents/board";
import { isPresent } from "@/lib/agents/state";
import { type Actor, can } from "@/lib/auth/actor";
import type { Cursor } from "@/lib/live/cursor";
import { liveAgentJson } from "../../_shapes/agent";

const checkMs = 1000;

/** The events of one program. It ends with the request, or when its token does not see the same people any more. */
export function agentEvents(actor: Actor, { from, request }: { from: Cursor | null; request: Request }) {
  const { scope } = actor;

  function told(since?: Cursor) {
    const seen = seenBy(scope, since);
    return (change: Held) => {
      const as = seen(change);
      if (!as) return undefined;
      // Whoever went home on another day is no more on the list than who has left the teams.
      return as === "row" && isPresent(change.row, agentBoard().day()) ? textOf(change) : goneText(change);
    };
  }

  function snapshot(line: Line) {
    line.forget();
    line.send("snapshot", `{"items":[${agentBoard().present(scope).map(textOf).join(",")}]}`);
  }

  function watch(line: Line) {
    const timer = setInterval(async () => {
      // While the database is away nobody can be asked; nothing is told either.
      const caller = await callerOf(request).catch(() => undefined);
      if (caller === undefined) return;
      if (!caller || !can(caller.actor, "agents:read")) line.end();
      // An empty id: whoever comes back begins with a snapshot of what they see by then.
      else if (!sameScope(caller.actor.scope, scope)) line.end("id");
    }, checkMs);
    return () => clearInterval(timer);
  }

  return boardEvents(
    {
      scope,
      told,
      // Nothing changes for whoever went home yesterday: they are dropped by a snapshot alone.
      begin: (line, resumed) => {
        if (!resumed || !from || agentBoard().turnedSince(from)) snapshot(line);
      },
      anew: snapshot,
      day: snapshot,
      beat: (line) => line.comment("still here"),
      watch,
    },
    from,
    request.signal,
  );
}

const texts = new WeakMap<Held, string>();

/** Written once, however many programs read it. */
function textOf(change: Held) {
  const text = texts.get(change) ?? JSON.stringify(liveAgentJson(change.row));
  texts.set(change, text);
  return text;
}

const goneText = ({ row }: Held) => JSON.stringify({ username: row.username, gone: true });
