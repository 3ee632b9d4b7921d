import type { BoardNews, Held, Scope } from "@/lib/agents/board";
import { type Cursor, formatCursor } from "@/lib/live/cursor";
import { openPace } from "@/lib/pace";
import { agentBoard } from "./board";

/** What a reader of the board is sent on. */
export type Line = {
  send: (event: string, data?: string) => void;
  /** Keeps a quiet line open, and is no event. */
  comment: (text: string) => void;
  /** What was owed is told in another way. */
  forget: () => void;
  end: (last?: string) => void;
};

/** How one kind of reader is spoken to. */
export type Voice = {
  /** Whom the reader sees. */
  scope: Scope;
  /** The text of a change for this reader; undefined where it is none of theirs. */
  told: (since?: Cursor) => (change: Held) => string | undefined;
  /** The first words: `resumed` where what was missed follows. */
  begin: (line: Line, resumed: boolean) => void;
  /** All that was told before is void. */
  anew: (line: Line) => void;
  /** The figures count from another moment. */
  day: (line: Line) => void;
  beat: (line: Line) => void;
  /** Looks whether the reader may still listen. Returns how to stop. */
  watch: (line: Line) => () => void;
};

const beatMs = 10_000;
// More than so many events that a reader has not read yet, and their changes wait to be sent together.
const mostWaiting = 4;
// Ten batches a second at most, however the board's news come.
const batches = { everyMs: 100, earlyMs: 50 };

export const eventStream = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** The board's changes for one reader, as the text of an event stream; it ends with the request, or when the voice says so. */
export function boardEvents(voice: Voice, from: Cursor | null, signal: AbortSignal) {
  const board = agentBoard();
  const encoder = new TextEncoder();
  const ending = new AbortController();
  const stop = () => ending.abort();
  signal.addEventListener("abort", stop);
  /** What this reader is still to be told, by user: of several changes the last. */
  const owed = new Map<string, string>();
  let flush = () => {};

  async function start(controller: ReadableStreamDefaultController<Uint8Array>) {
    const write = (text: string) => {
      if (!ending.signal.aborted) controller.enqueue(encoder.encode(`${text}\n\n`));
    };
    write("retry: 1000");
    await board.ready;
    /** Up to where this reader has been told everything, once nothing is owed: the id of every event. */
    let at = board.cursor();

    const line: Line = {
      send(event, data = "{}") {
        // Without an id while something is owed: whoever breaks off then must be told it when they are back.
        const id = at && owed.size === 0 ? `id: ${formatCursor(at, voice.scope)}\n` : "";
        write(`${id}event: ${event}\ndata: ${data}`);
      },
      comment: (text) => write(`: ${text}`),
      forget: () => owed.clear(),
      end(last) {
        if (last !== undefined) write(last);
        stop();
      },
    };

    const turn = openPace(batches);
    let later: NodeJS.Timeout | undefined;
    flush = () => {
      if (owed.size === 0 || ending.signal.aborted || (controller.desiredSize ?? 0) <= 0) return;
      clearTimeout(later);
      const waitMs = turn(performance.now());
      if (waitMs > 0) {
        later = setTimeout(flush, waitMs);
        return;
      }
      const changes = [...owed.values()].join(",");
      owed.clear();
      line.send("changes", `[${changes}]`);
    };

    const told = voice.told();
    function onNews(news: BoardNews) {
      if (news.kind === "changes") {
        owe(news.changes, told);
        at = news.cursor;
        return flush();
      }
      if (news.kind === "day") return voice.day(line);
      owed.clear();
      at = board.cursor();
      voice.anew(line);
    }

    function owe(changes: readonly Held[], toldOf: typeof told) {
      for (const change of changes) {
        const text = toldOf(change);
        if (text !== undefined) owed.set(change.row.id, text);
      }
    }

    const unsubscribe = board.subscribe(onNews);
    const unwatch = voice.watch(line);
    const timer = setInterval(() => (owed.size > 0 ? flush() : voice.beat(line)), beatMs);
    const end = () => {
      unsubscribe();
      unwatch();
      clearInterval(timer);
      clearTimeout(later);
      signal.removeEventListener("abort", stop);
      try {
        controller.close();
      } catch {
        // The reader closed first.
      }
    };
    ending.signal.addEventListener("abort", end);
    if (ending.signal.aborted) return end();

    const missed = from ? board.since(from) : undefined;
    if (from && missed) owe(missed, voice.told(from));
    voice.begin(line, missed !== undefined);
    flush();
    voice.beat(line);
  }

  return new ReadableStream<Uint8Array>(
    { start, pull: () => flush(), cancel: stop },
    new CountQueuingStrategy({ highWaterMark: mostWaiting }),
  );
}
