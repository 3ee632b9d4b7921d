import { type ConsoleSession, readConsoleSession } from "@/lib/auth/console-sessions";
import { inOrder } from "@/lib/in-order";
import { type Cursor, formatCursor } from "@/lib/live/cursor";
import { feedCursor, liveRows, pollFeed } from "@/lib/live/queries";
import { type FeedReader, type News, openFeedReader } from "@/lib/live/reader";
import type { LiveChange } from "@/lib/live/row";
import { log } from "@/lib/log";
import { membersOf } from "@/lib/users/queries";

const beatMs = 10_000;
// A browser that reads nothing for so long is gone, or will come back with its cursor.
const mostWaiting = 256;

const shared = globalThis as { rollcallFeed?: FeedReader };

/** The events of one tab, as the text of an event stream. It ends with the request, or with the console session. */
export function liveEvents(session: ConsoleSession, from: Cursor | null, signal: AbortSignal) {
  shared.rollcallFeed ??= openFeedReader();
  const feed = shared.rollcallFeed;
  const encoder = new TextEncoder();
  let stop = () => {};

  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const { scope } = session.actor;
        const visible = new Set(scope === "all" ? [] : await membersOf(scope));
        let at = await feedCursor();

        const send = (event: string, data: unknown) => {
          if ((controller.desiredSize ?? 0) <= 0) return stop();
          const text = `id: ${formatCursor(at)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
          controller.enqueue(encoder.encode(text));
        };
        // In order: rows of an older change are never sent after those of a newer one.
        const tell = inOrder(
          async ({ cursor, stamps, reset }: News) => {
            const changes = await changesFor(stamps.map((stamp) => stamp.userId));
            at = cursor;
            if (reset) send("reset", {});
            if (changes.length > 0) send("changes", changes);
          },
          (error) => {
            log.warn({ error: String(error) }, "news did not reach a tab");
            // The browser comes back with the cursor of what it did get.
            stop();
          },
        );

        /** The rows in the reader's scope; one that has left it is sent as gone. */
        async function changesFor(userIds: string[]): Promise<LiveChange[]> {
          const rows = await liveRows(userIds);
          return rows.flatMap((row): LiveChange[] => {
            if (scope === "all") return [row];
            const inside = scope.includes(row.teamId);
            const was = inside ? visible.add(row.id).has(row.id) : visible.delete(row.id);
            return inside ? [row] : was ? [{ id: row.id, revision: row.revision, gone: true }] : [];
          });
        }

        const unsubscribe = feed.subscribe(tell);
        const beat = setInterval(async () => {
          const now = await readConsoleSession(session.id).catch(() => session);
          if (!now) send("signed-out", {});
          else if (String(now.actor.scope) !== String(scope)) send("reset", {});
          else return send("beat", {});
          stop();
        }, beatMs);
        stop = () => {
          stop = () => {};
          unsubscribe();
          clearInterval(beat);
          signal.removeEventListener("abort", stop);
          try {
            controller.close();
          } catch {
            // The browser closed first.
          }
        };
        signal.addEventListener("abort", stop);

        controller.enqueue(encoder.encode("retry: 1000\n\n"));
        const stale = from !== null && from.epoch !== at.epoch;
        if (stale) tell({ cursor: at, stamps: [], reset: true });
        else if (from) {
          const missed = await pollFeed(from.horizon);
          tell({ cursor: missed, stamps: missed.stamps, reset: false });
        }
        send("beat", {});
      },
      cancel: () => stop(),
    },
    new CountQueuingStrategy({ highWaterMark: mostWaiting }),
  );
}
