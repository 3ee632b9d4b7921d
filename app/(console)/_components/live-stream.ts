import { z } from "zod";
import { AgentChange } from "@/lib/agents/row";

export type StreamStatus =
  | { kind: "none" }
  | { kind: "live" }
  | { kind: "catching-up" }
  | { kind: "stale"; since: number };

type Handlers = {
  onChanges: (changes: AgentChange[]) => void;
  onStatus: (status: StreamStatus) => void;
  /** When the day began whose figures are told: at first, and when it turns. */
  onDay: (day: string) => void;
  /** The feed began anew: everything held is void. */
  onReset: () => void;
  onSignedOut: () => void;
};

const Changes = z.array(AgentChange);
const Turn = z.object({ day: z.iso.datetime() });
const quietMs = 25_000;
const reopenMs = 2_000;
// Rows that pass by cannot be read; frames that are late can be seen: news wait until the rows have rested for a moment, or for so long.
const restMs = 80;
const mostHeldMs = 300;

/** Opens the tab's stream from a cursor: closed while the tab is hidden, taken up where it stood. Returns how to close it. */
export function openLiveStream(start: string, handlers: Handlers): () => void {
  let cursor = start;
  let source: EventSource | undefined;
  let lastHeard = Date.now();
  let waiting: AgentChange[] = [];
  let waitingSince = 0;
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let scrolledAt = Number.NEGATIVE_INFINITY;
  let stale = false;
  let status: StreamStatus["kind"] = "none";
  let reopen: ReturnType<typeof setTimeout> | undefined;

  function say(next: StreamStatus) {
    // As often as something is heard it is live: said once.
    if (next.kind === "live" && status === "live") return;
    status = next.kind;
    handlers.onStatus(next);
  }

  function heard(event: MessageEvent) {
    lastHeard = Date.now();
    stale = false;
    if (event.lastEventId) cursor = event.lastEventId;
    say({ kind: "live" });
  }

  function open() {
    close();
    if (document.hidden) return;
    if (!stale) say({ kind: "catching-up" });
    source = new EventSource(`/api/stream?cursor=${encodeURIComponent(cursor)}`);
    source.addEventListener("beat", heard);
    source.addEventListener("changes", (event) => {
      heard(event);
      if (waiting.length === 0) waitingSince = performance.now();
      waiting.push(...Changes.parse(JSON.parse(event.data)));
      // Together with what else has arrived by then, and before a frame: there the painting would come on top.
      flushing ??= setTimeout(flush);
    });
    source.addEventListener("day", (event) => {
      heard(event);
      handlers.onDay(Turn.parse(JSON.parse(event.data)).day);
    });
    source.addEventListener("reset", (event) => {
      heard(event);
      // What was told before it is void as well.
      waiting = [];
      handlers.onReset();
    });
    source.addEventListener("away", goStale);
    source.addEventListener("signed-out", () => {
      end();
      handlers.onSignedOut();
    });
    source.addEventListener("error", () => {
      goStale();
      // The browser tries again by itself, except after an answer that is no stream.
      if (source?.readyState === EventSource.CLOSED) reopen = setTimeout(open, reopenMs);
    });
  }

  /** Said until something is heard again, however often the stream is opened in between. */
  function goStale() {
    stale = true;
    say({ kind: "stale", since: lastHeard });
  }

  function flush() {
    const earlyMs = Math.min(scrolledAt + restMs, waitingSince + mostHeldMs) - performance.now();
    if (earlyMs > 0) {
      flushing = setTimeout(flush, earlyMs);
      return;
    }
    flushing = undefined;
    const changes = waiting;
    waiting = [];
    handlers.onChanges(changes);
  }

  /** The rows of a grid, that is: what else scrolls draws no news. */
  function onScroll({ target }: Event) {
    if (target instanceof Element && target.hasAttribute("data-scroller")) scrolledAt = performance.now();
  }

  function close() {
    clearTimeout(reopen);
    source?.close();
    source = undefined;
  }

  const watch = setInterval(() => {
    if (source && Date.now() - lastHeard > quietMs) {
      goStale();
      open();
    }
  }, 5_000);

  document.addEventListener("visibilitychange", open);
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  open();

  function end() {
    document.removeEventListener("visibilitychange", open);
    document.removeEventListener("scroll", onScroll, { capture: true });
    clearInterval(watch);
    clearTimeout(flushing);
    close();
  }

  return end;
}
