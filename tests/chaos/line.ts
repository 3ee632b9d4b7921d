import { WebSocket } from "ws";
import type { Random } from "./random";
import { acknowledge, type Diary, frameOf, type Stay, type Told } from "./stay";

type Answer = { type: string; id?: string; cause?: string; problem?: { type: string } };

/**
 * An app's socket, opened again wherever a gateway is left until its session is over. What was not acknowledged is said
 * again under the same id.
 */
export function openLine(urls: readonly string[], stay: Stay, random: Random, { surprises }: Diary) {
  let turn = random.between(0, urls.length - 1);
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let connections = 0;
  let outbox: Told[] = [];
  let waiting: (() => void)[] = [];

  function connect() {
    const url = (urls[turn++ % urls.length] ?? "").replace(/^http/, "ws");
    const ws = new WebSocket(`${url}/v1/stream`, ["rollcall.v1", `bearer.${stay.token}`]);
    socket = ws;
    connections++;
    ws.on("error", () => {});
    ws.on("open", () => {
      ws.send(JSON.stringify({ id: `sync ${connections}`, type: "sync" }));
      for (const told of outbox) ws.send(JSON.stringify(frameOf(told)));
    });
    ws.on("message", (data) => hear(JSON.parse(String(data))));
    ws.on("close", (code) => {
      if (closed || ws !== socket) return;
      if (code === 4001) return over();
      if (code >= 4000 || code === 1008)
        surprises.push(`a socket of ${stay.sessionId} was closed with ${code}`);
      timer = setTimeout(connect, random.between(50, 500)).unref();
    });
  }

  function hear({ type, id, cause, problem }: Answer) {
    if (type === "session.ended") stay.ended = cause ?? "unknown";
    if (type === "refused") surprises.push(`${id} was refused: ${problem?.type}`);
    if (type !== "ack" || !id) return;
    acknowledge(stay, id);
    outbox = outbox.filter((told) => told.id !== id);
    if (outbox.length === 0) release();
  }

  function release() {
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  function over() {
    closed = true;
    clearTimeout(timer);
    release();
  }

  connect();

  return {
    /** Resolves when all is acknowledged, or the session is over. */
    tell(states: readonly Told[]) {
      outbox.push(...states);
      if (socket?.readyState === WebSocket.OPEN) {
        for (const told of states) socket.send(JSON.stringify(frameOf(told)));
      }
      return new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (closed) release();
      });
    },
    /** Asks whether anybody is there, as an app does that has heard nothing for a while. */
    probe: () => socket?.send(JSON.stringify({ id: `probe ${connections}`, type: "alive" })),
    isOpen: () => socket?.readyState === WebSocket.OPEN,
    /** How many sockets it took. */
    connections: () => connections,
    /** The network breaks for a moment. */
    drop: () => socket?.terminate(),
    /** The app is no more, and nobody is told so. */
    vanish() {
      if (!closed && stay.ended === null) stay.goneMs = Date.now();
      over();
      socket?.terminate();
    },
  };
}
export type Line = ReturnType<typeof openLine>;
