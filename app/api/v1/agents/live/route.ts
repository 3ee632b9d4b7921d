import { z } from "zod";
import { agentBoard } from "@/app/_edges/board";
import { eventStream } from "@/app/_edges/board-events";
import { route } from "@/app/_edges/route";
import { authorize } from "@/lib/auth/actor";
import { formatCursor, parseCursor } from "@/lib/live/cursor";
import { ok } from "@/lib/result";
import { LiveAgent, liveAgentJson } from "../../_shapes/agent";
import { agentEvents } from "./events";

export const GET = route(
  {
    id: "listLiveAgents",
    summary: "Watch who is at work",
    description:
      "Everybody whom the token may see and who is signed in or was today, with the figures of the centre's day. With " +
      "`Accept: text/event-stream` the same as it happens. Figures are those of the stretches that are over: the one going on counts " +
      "from `stateSince`, or from `day` where that is later.",
    answer: z.strictObject({ revision: z.string(), items: z.array(LiveAgent) }),
    events:
      "Event `snapshot` with `items`, then `changes`: an array of the same, with `{username, gone: true}` for whoever has left the " +
      "token's teams. A later `snapshot` takes the place of everything before it. Every event has an id: sent as `Last-Event-ID`, as " +
      "is a `revision`, it resumes from there. A comment every ten seconds says that the line is open.",
  },
  async (actor, _, request) => {
    authorize(actor, "agents:read");
    const board = agentBoard();
    await board.ready;
    if (request.headers.get("accept")?.includes("text/event-stream")) {
      const from = parseCursor(request.headers.get("last-event-id"), actor.scope);
      return new Response(agentEvents(actor, { from, request }), { headers: eventStream });
    }
    const cursor = board.cursor();
    const items = board.present(actor.scope).map(({ row }) => liveAgentJson(row));
    return ok({ revision: cursor ? formatCursor(cursor, actor.scope) : "", items });
  },
);
