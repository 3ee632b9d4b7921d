import { can } from "@/lib/auth/actor";
import { type ConsoleSession, readConsoleSession } from "@/lib/auth/console-sessions";
import { inOrder } from "@/lib/in-order";
import { type Cursor, formatCursor } from "@/lib/live/cursor";
import { feedCursor, pollFeed } from "@/lib/live/queries";
import { type FeedReader, type News, openFeedReader } from "@/lib/live/reader";
import { log } from "@/lib/log";
import { membersOf } from "@/lib/users/queries";
import { changesFor } from "./changes";

const beatMs = 10_000;
// A browser that reads nothing for so long is gone, or will come back with its cursor.
const mostWaiting = 256;

const shared = globalThis as { rollcallFeed?: FeedReader };

/** The events of one tab, as the text of an event stream. It ends with the request, or with the console session. */
export function liveEvents(session: ConsoleSession, from: Cursor | null, signal: AbortSignal) {
  shared.rollcallFeed ??= openFeedReader();
  const feed = shared.rollcallFeed;
  const encoder = new TextEncoder();
  const ending = new AbortController();
  const stop = () => ending.abort();
  signal.addEventListener("abort", stop);

  async function start(controller: ReadableStreamDefaultController<Uint8Array>) {
    const { scope } = session.actor;
    const visible = new Set(scope === "all" ? [] : await membersOf(scope));
    await feed.ready;
    const now = await feedCursor();
    const resumed = from?.epoch === now.epoch ? from : null;
    /** Up to where this tab has been told everything: the id of every event. */
    let at = resumed ?? now;

    function send(event: string, data: unknown) {
      if (ending.signal.aborted) return;
      if ((controller.desiredSize ?? 0) <= 0) return stop();
      const text = `id: ${formatCursor(at)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      controller.enqueue(encoder.encode(text));
    }

    // In order: nothing is sent before what is older, and no id runs ahead of what was sent.
    const inTurn = inOrder(
      (task: () => Promise<void>) => task(),
      (error) => {
        log.warn({ error: String(error) }, "news did not reach a tab");
        // The browser comes back with the cursor of what it did get.
        stop();
      },
    );

    async function tell({ cursor, stamps, reset }: News) {
      const changes = await changesFor(stamps, scope, visible);
      at = cursor;
      if (reset) send("reset", {});
      if (changes.length > 0) send("changes", changes);
    }

    async function catchUp() {
      if (resumed) await tell({ ...(await missedSince(resumed)), reset: false });
      else if (from) send("reset", {});
      send("beat", {});
    }

    async function beat() {
      const current = await readConsoleSession(session.id).catch(() => undefined);
      // The database is away: the tab says at once that it is stale.
      if (current === undefined) return send("away", {});
      if (!current || !can(current.actor, "users:read")) send("signed-out", {});
      else if (!sameScope(current.actor.scope, scope)) send("reset", {});
      else return send("beat", {});
      stop();
    }

    controller.enqueue(encoder.encode("retry: 1000\n\n"));
    inTurn(catchUp);
    const unsubscribe = feed.subscribe((news) => inTurn(() => tell(news)));
    const timer = setInterval(() => inTurn(beat), beatMs);
    const end = () => {
      unsubscribe();
      clearInterval(timer);
      signal.removeEventListener("abort", stop);
      try {
        controller.close();
      } catch {
        // The browser closed first.
      }
    };
    ending.signal.addEventListener("abort", end);
    if (ending.signal.aborted) end();
  }

  const strategy = new CountQueuingStrategy({ highWaterMark: mostWaiting });
  return new ReadableStream<Uint8Array>({ start, cancel: stop }, strategy);
}

async function missedSince({ horizon }: Cursor) {
  const { stamps, ...cursor } = await pollFeed(horizon);
  return { cursor, stamps };
}

type Scope = ConsoleSession["actor"]["scope"];

const sameScope = (a: Scope, b: Scope) =>
  a === "all" || b === "all" ? a === b : a.length === b.length && a.every((teamId) => b.includes(teamId));
