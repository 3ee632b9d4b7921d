import type { AfterClose } from "./close-code";
import { readProblem } from "./problem";
import type { Ended, Forced, IncomingFrame } from "./protocol";
import { randomId } from "./random-id";
import { openStream, type SocketClass } from "./stream";
import { readFrame } from "./wire";
import type { Work } from "./work";

export type Connection = "online" | "reconnecting" | "offline";

type LinkOptions = {
  url: string;
  token: string;
  WebSocket: SocketClass;
  work: Work;
  onConnection: (connection: Connection) => void;
  /** The server's time when it answered. */
  onServerTime: (now: string) => void;
  /** `work` holds something new. */
  onChange: () => void;
  onForced: (forced: Forced) => void;
  /** `ended` is missing where the socket closed before it said why. */
  onClosed: (why: Exclude<AfterClose, "reconnect">, ended?: Ended) => void;
};

/** One token's conversation with the gateway over its stream. */
export function openLink({ url, token, WebSocket, work, ...on }: LinkOptions) {
  let sync: { id: string; claims: boolean } | undefined;

  function synchronise({ claims }: { claims: boolean }) {
    sync = { id: randomId(), claims };
    stream.send({ id: sync.id, type: "sync", ...(claims && work.claims()) });
    work.asked();
  }

  function onOpen() {
    synchronise({ claims: true });
    // At once, not after the answer: the gateway dates what is late by what it knew before this connection.
    flush({ again: true });
  }

  function flush(which: { again: boolean }) {
    for (const frame of work.toSend(which)) stream.send(frame);
  }

  function onFrame(frame: IncomingFrame) {
    switch (frame.type) {
      case "ack":
        return onAck(frame);
      case "refused":
        return onRefused(frame.id ?? "", frame.problem);
      case "state.forced":
        return onForced(frame.forced);
      case "notice":
        work.noticed(frame.notice);
        flush({ again: false });
        return on.onChange();
      case "notice.withdrawn":
        work.noticeWithdrawn(frame.noticeId);
        return on.onChange();
      case "log.start":
        work.logging(frame.logging);
        return on.onChange();
      case "log.stop":
        work.logging(null);
        return on.onChange();
      case "session.ended":
        stream.stop();
        return on.onClosed("ended", frame.ended);
    }
  }

  function onAck({ id, current }: IncomingFrame & { type: "ack" }) {
    if (id !== sync?.id) {
      const unsure = work.stored(id);
      on.onChange();
      if (unsure) synchronise({ claims: false });
      return;
    }
    if (current?.now) on.onServerTime(current.now);
    const missed = current && work.heard(current);
    // What it told of notices is confirmed.
    flush({ again: false });
    if (current) on.onChange();
    if (missed) on.onForced(missed);
    settled();
  }

  function onRefused(id: string, problem: unknown) {
    if (id !== sync?.id) {
      if (work.refused(id, readProblem(problem))) on.onChange();
      return;
    }
    // The gateway has no use for what this app claims: its own view counts.
    if (sync.claims) synchronise({ claims: false });
    else settled();
  }

  function onForced(forced: Forced) {
    const news = work.forced(forced);
    on.onChange();
    if (news) on.onForced(forced);
  }

  function settled() {
    sync = undefined;
    stream.settled();
    on.onConnection("online");
  }

  const stream = openStream({
    url,
    token,
    WebSocket,
    onOpen,
    onText(text) {
      const frame = readFrame(text);
      if (frame) onFrame(frame);
    },
    onLost: on.onConnection,
    onClosed: on.onClosed,
    onProbe: () => stream.send({ id: randomId(), type: "alive" }),
  });

  return {
    /** Sends what was never sent. */
    flush: () => stream.open && flush({ again: false }),
    wake: stream.wake,
    /** Asks for the gateway's view anew, unless it is on its way. */
    refresh: () => stream.open && !sync && synchronise({ claims: false }),
    stop: stream.stop,
  };
}
export type Link = ReturnType<typeof openLink>;
