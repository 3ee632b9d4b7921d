import { currentSession } from "@/app/_edges/actor";
import { eventStream } from "@/app/_edges/board-events";
import { can } from "@/lib/auth/actor";
import { parseCursor } from "@/lib/live/cursor";
import { liveEvents } from "./events";

export const dynamic = "force-dynamic";

/** Every change the reader may see since their cursor, as they happen. One stream a browser tab. */
export async function GET(request: Request) {
  const session = await currentSession();
  // Said as an event: the browser hides the status of a stream that it cannot open.
  if (!session || !can(session.actor, "users:read"))
    return new Response("event: signed-out\ndata: {}\n\n", { headers: eventStream });
  const cursor = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("cursor");
  return new Response(liveEvents(session, parseCursor(cursor, session.actor.scope), request.signal), {
    headers: eventStream,
  });
}
