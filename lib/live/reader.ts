import { Client } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Cursor } from "./cursor";
import { feedCursor, pollFeed, type Stamp } from "./queries";

export type News = {
  cursor: Cursor;
  stamps: Stamp[];
  /** The feed began anew: read everything again. */
  reset: boolean;
};
type Listener = (news: News) => void;

const shortestMs = 100;
const longestMs = 1000;

/**
 * Reads the feed for everybody in this process: at most ten polls a second, at a ring of the doorbell, and one a second
 * without it. A database that is away delays news, and loses none.
 */
export function openFeedReader() {
  const listeners = new Set<Listener>();
  const seen = new Map<string, number>();
  let cursor: Cursor | undefined;
  let bell: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let rung = false;
  let polling = false;
  let lastPoll = 0;
  let closed = false;
  let standsSomewhere = () => {};
  const ready = new Promise<void>((resolve) => {
    standsSomewhere = resolve;
  });

  async function listen() {
    if (closed) return;
    const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client.on("notification", ring);
    client.on("error", () => {});
    client.on("end", () => {
      if (!closed) setTimeout(listen, longestMs).unref();
    });
    try {
      await client.connect();
      await client.query("listen seat");
      bell = client;
      if (closed) await client.end();
    } catch (error) {
      log.warn({ error: String(error) }, "the feed's doorbell is away; polling goes on");
      await client.end().catch(() => {});
    }
  }

  function ring() {
    rung = true;
    if (!polling) schedule(Math.max(0, lastPoll + shortestMs - Date.now()));
  }

  function schedule(ms: number) {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(poll, ms);
  }

  async function poll() {
    polling = true;
    rung = false;
    lastPoll = Date.now();
    try {
      if (cursor) tell(await pollFeed(cursor.horizon));
      else cursor = await feedCursor();
      standsSomewhere();
    } catch (error) {
      log.warn({ error: String(error) }, "the feed cannot be read; trying again");
    }
    polling = false;
    schedule(rung ? Math.max(0, lastPoll + shortestMs - Date.now()) : longestMs);
  }

  function tell({ stamps, ...next }: Cursor & { stamps: Stamp[] }) {
    const reset = cursor !== undefined && cursor.epoch !== next.epoch;
    if (reset) seen.clear();
    cursor = next;
    const fresh = stamps.filter((stamp) => stamp.revision > (seen.get(stamp.userId) ?? -1));
    for (const stamp of fresh) seen.set(stamp.userId, stamp.revision);
    if (fresh.length === 0 && !reset) return;
    for (const listener of listeners) listener({ cursor: next, stamps: fresh, reset });
  }

  void listen();
  void poll();

  return {
    /** Resolves when the reader stands somewhere: what changes from then on is told. */
    ready,
    /** Calls the listener with all news from now on; returns how to stop. */
    subscribe(listener: Listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await bell?.end();
    },
  };
}
export type FeedReader = ReturnType<typeof openFeedReader>;
