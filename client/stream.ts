import { backoffMs, longestAttempt } from "./backoff";
import { type AfterClose, afterClose, isUnwelcome, restarting } from "./close-code";
import { knownOffline, watchNetwork } from "./network";

/** As much of a WebSocket as is needed: the browser's, Node's, React Native's, or that of `ws`. */
export type Socket = {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
};
export type SocketClass = new (url: string, protocols: string[]) => Socket;

type StreamOptions = {
  url: string;
  token: string;
  WebSocket: SocketClass;
  onOpen: () => void;
  onText: (text: string) => void;
  /** The connection is gone and comes back by itself. */
  onLost: (how: "reconnecting" | "offline") => void;
  /** The gateway closed it for good. */
  onClosed: (why: Exclude<AfterClose, "reconnect">) => void;
  /** The connection may have died unnoticed, while the device slept for instance: send something. */
  onProbe: () => void;
};

const answerWithinMs = 10_000;
// Pings are not seen by a browser's page: after this silence the app asks for itself.
const quietMs = 30_000;
// A restarting gateway drops thousands of apps at one moment.
const restartSpreadMs = 3_000;

/** A socket that comes back after a loss, until it is stopped or told not to. */
export function openStream({ url, token, WebSocket, ...on }: StreamOptions) {
  let socket: Socket | undefined;
  let open = false;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function connect() {
    clearTimeout(retry);
    const mine = new WebSocket(url, ["rollcall.v1", `bearer.${token}`]);
    socket = mine;
    expectAnswer();
    mine.onopen = () => {
      heard();
      open = true;
      on.onOpen();
    };
    mine.onmessage = ({ data }: { data: unknown }) => {
      heard();
      on.onText(String(data));
    };
    mine.onerror = () => {};
    mine.onclose = ({ code }: { code: number }) => lost(code);
  }

  /** A browser notices a dead connection only after minutes. */
  function expectAnswer() {
    patience ??= setTimeout(() => lost(0), answerWithinMs);
  }

  function heard() {
    forgetTimers();
    quiet = setTimeout(on.onProbe, quietMs);
  }

  function forgetTimers() {
    clearTimeout(patience);
    clearTimeout(quiet);
    patience = undefined;
  }

  function lost(code: number) {
    drop();
    const next = afterClose(code);
    if (next !== "reconnect") {
      stop();
      on.onClosed(next);
      return;
    }
    if (isUnwelcome(code)) attempt = Math.max(attempt, longestAttempt);
    const firstMs = code === restarting ? restartSpreadMs : undefined;
    retry = setTimeout(connect, backoffMs(attempt++, Math.random(), firstMs));
    on.onLost(knownOffline() ? "offline" : "reconnecting");
  }

  function drop() {
    forgetTimers();
    open = false;
    if (!socket) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    socket = undefined;
  }

  function stop() {
    stopWatching();
    clearTimeout(retry);
    drop();
  }

  /** The device woke or has a network again. */
  function wake() {
    if (open) on.onProbe();
    else if (!socket) connect();
  }

  const stopWatching = watchNetwork({
    onWake: wake,
    onOffline() {
      if (socket) lost(0);
      else on.onLost("offline");
    },
  });
  connect();

  return {
    get open() {
      return open;
    },
    send(frame: object) {
      socket?.send(JSON.stringify(frame));
      expectAnswer();
    },
    /** The connection proved good: the next loss starts counting anew. */
    settled() {
      attempt = 0;
    },
    wake,
    stop,
  };
}
