import type { AfterClose } from "./close-code";
import { createOutbox } from "./outbox";
import { Problem, readProblem } from "./problem";
import type { Current, Ended, IncomingFrame, StateChange } from "./protocol";
import { randomId } from "./random-id";
import { openStream, type SocketClass } from "./stream";
import { readFrame } from "./wire";

export type Connection = "online" | "reconnecting" | "offline";

type LinkOptions = {
  url: string;
  token: string;
  WebSocket: SocketClass;
  onConnection: (connection: Connection) => void;
  /** The gateway's whole view, after every connect. */
  onCurrent: (current: Current) => void;
  /** A change of our own that is stored, or one forced on us. */
  onState: (change: StateChange) => void;
  /** `ended` is missing where the socket closed before it said why. */
  onClosed: (why: Exclude<AfterClose, "reconnect">, ended?: Ended) => void;
};

/** One session's conversation with the gateway over its stream. */
export function openLink({ url, token, WebSocket, ...on }: LinkOptions) {
  const outbox = createOutbox();
  let own: StateChange | undefined;
  let syncId = "";

  function accept(change: StateChange) {
    own = { state: change.state, ...(change.reason && { reason: change.reason }) };
  }

  function onOpen() {
    syncId = randomId();
    // Unanswered changes may be stored already: an older state told before them would undo these.
    stream.send({ id: syncId, type: "sync", ...(outbox.empty && own) });
    for (const frame of outbox.toSend({ again: true })) stream.send(frame);
  }

  function onFrame(frame: IncomingFrame) {
    switch (frame.type) {
      case "ack":
        return onAck(frame.id, frame.current);
      case "refused":
        if (frame.id === syncId) return settle();
        return outbox.refused(frame.id ?? "", readProblem(frame.problem));
      case "state.forced":
        accept({ state: frame.state, reason: frame.reason ?? undefined });
        return own && on.onState(own);
      case "session.ended":
        return finish("ended", frame.ended);
    }
  }

  function onAck(id: string, current: Current | undefined) {
    if (id === syncId) {
      if (current) {
        accept({ state: current.session.state, reason: current.session.reason ?? undefined });
        on.onCurrent(current);
      }
      return settle();
    }
    const frame = outbox.stored(id);
    if (frame?.type !== "state") return;
    accept(frame);
    on.onState(frame);
  }

  function settle() {
    stream.settled();
    on.onConnection("online");
  }

  function finish(why: Exclude<AfterClose, "reconnect">, ended?: Ended) {
    stop();
    on.onClosed(why, ended);
  }

  function stop() {
    stream.stop();
    outbox.abandon(new Problem("not-signed-in"));
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
    onClosed: finish,
    onProbe: () => stream.send({ id: randomId(), type: "alive" }),
  });

  return {
    setState(change: StateChange): Promise<void> {
      const stored = outbox.add({ type: "state", ...change });
      if (stream.open) for (const frame of outbox.toSend({ again: false })) stream.send(frame);
      return stored;
    },
    stop,
  };
}
export type Link = ReturnType<typeof openLink>;
