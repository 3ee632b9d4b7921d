import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "./random";

export type Event = { name: string; data: string };

type Wanted = {
  path: string;
  headers: Record<string, string>;
  random: Random;
  /** Told one after the other, and by whom. */
  onEvent: (event: Event, url: string) => Promise<void> | void;
};

/** An event stream, opened again wherever a console is left, from where it stood: as a program does and a browser. */
export function followEvents(urls: readonly string[], { path, headers, random, onEvent }: Wanted) {
  const ending = new AbortController();
  const faults: string[] = [];
  let lastId = "";
  let openings = 0;
  let isOpen = false;

  async function listen(url: string) {
    const from = lastId && { "last-event-id": lastId };
    const { ok, status, body } = await fetch(`${url}${path}`, {
      headers: { ...headers, ...from },
      signal: ending.signal,
    });
    if (!ok) throw new Error(`a stream was answered ${status}`);
    let text = "";
    openings++;
    isOpen = true;
    for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const parts = `${text}${chunk}`.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) await take(part, url);
    }
  }

  async function take(part: string, url: string) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
    const name = field("event");
    if (name) await onEvent({ name, data: field("data") ?? "" }, url);
    lastId = field("id") ?? lastId;
  }

  const ended = (async () => {
    for (let turn = random.between(0, urls.length - 1); !ending.signal.aborted; turn++) {
      await listen(urls[turn % urls.length] ?? "").catch((error: Error) => {
        // What `fetch` throws where nobody answers, or no more.
        if (!(error instanceof TypeError || ending.signal.aborted)) faults.push(String(error));
      });
      isOpen = false;
      await pause(random.between(50, 500));
    }
  })();

  return {
    faults,
    /** How often it began to listen. */
    openings: () => openings,
    isOpen: () => isOpen,
    close() {
      ending.abort();
      return ended;
    },
  };
}
