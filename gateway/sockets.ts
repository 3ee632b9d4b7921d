import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { inOrder } from "@/lib/in-order";
import type { News } from "@/lib/live/reader";
import { log } from "@/lib/log";
import { seatsNow } from "@/lib/seats/queries";
import { mostUnanswered } from "./allowance";
import { sessionOf } from "./authenticate";
import { bearerToken } from "./bearer";
import { close, closeCode } from "./close";
import { openHeartbeat } from "./heartbeat";
import { loggingOf } from "./logging";
import { noticesOf } from "./notices";
import { openStream, type Stores, type Stream } from "./stream";

const largestFrame = 64 * 1024;
const retryMs = 1000;

/** The live sockets of this gateway, one a session. */
export function openSockets(stores: Stores) {
  const ofUser = new Map<string, Set<Stream>>();
  // The turn of each session's newest socket: a slow look-up must not let an older one replace it.
  const newest = new Map<string, number>();
  const changed = new Set<string>();
  const heartbeat = openHeartbeat();
  let turns = 0;
  let closing = false;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    handleProtocols: (offered) => (offered.has("rollcall.v1") ? "rollcall.v1" : false),
  });

  function connect(socket: WebSocket, tcp: Duplex, token: string | undefined) {
    socket.on("error", () => {});
    // Apps send their first frames at once: they wait for the seat.
    let early: string[] = [];
    let receive = (text: string) => {
      if (early.push(text) > mostUnanswered) close(socket, closeCode.flood, "too many frames");
    };
    // What comes after the closing handshake began is nobody's.
    socket.on("message", (data) => socket.readyState === socket.OPEN && receive(String(data)));
    open(socket, tcp, token).then(
      (stream) => {
        const waiting = early;
        early = [];
        if (!stream) return;
        receive = stream.receive;
        for (const text of waiting) stream.receive(text);
      },
      (error) => {
        early = [];
        log.error({ error: String(error) }, "a socket could not be opened");
        close(socket, closeCode.restarting, "try again");
      },
    );
  }

  async function open(
    socket: WebSocket,
    tcp: Duplex,
    token: string | undefined,
  ): Promise<Stream | undefined> {
    const turn = ++turns;
    const session = await sessionOf(token);
    if (!session) return void close(socket, closeCode.badToken, "bad token");
    if (socket.readyState !== socket.OPEN) return;

    const stream = openStream({ socket, tcp }, session, stores, () => lookAt(session.userId));
    // Known before the seat is attached: an ending right after is then not missed.
    ofUser.set(session.userId, (ofUser.get(session.userId) ?? new Set()).add(stream));
    const isNewest = () => newest.get(session.id) === turn;
    newest.set(session.id, Math.max(turn, newest.get(session.id) ?? 0));
    heartbeat.add(socket, session.heartbeatSeconds * 1000, () => stores.signs.note(session));
    socket.on("close", () => {
      if (isNewest()) newest.delete(session.id);
      forget(stream);
      stream.leave();
    });
    if (!(await stream.attach(isNewest))) return;
    // Closed while the attachment was stored: then it had nothing to leave yet.
    if (socket.readyState !== socket.OPEN) stream.leave();
    // What changed between the attachment and now was passed over.
    lookAt(session.userId);
    return stream;
  }

  function lookAt(userId: string) {
    changed.add(userId);
    lookNext();
  }

  function forget(stream: Stream) {
    const { userId } = stream.session;
    const streams = ofUser.get(userId);
    streams?.delete(stream);
    if (streams?.size === 0) ofUser.delete(userId);
  }

  /** Whoever lost the seat, or the stream, is told at once; whom that fails for is looked at again. */
  async function look() {
    const userIds = [...changed].filter((userId) => ofUser.has(userId));
    changed.clear();
    if (userIds.length === 0) return;
    const seats = await seatsNow(userIds).catch(() => null);
    const told = await Promise.allSettled(
      userIds.map(async (userId) => {
        if (!seats) throw new Error("the seats could not be read");
        const seat = seats.get(userId);
        for (const stream of seat ? (ofUser.get(userId) ?? []) : []) {
          if (seat) await stream.settle(seat);
          const { syncs } = stream;
          if (seat?.sessionId !== stream.session.id) continue;
          const [notices, logging] = await Promise.all([
            noticesOf(seat.sessionId),
            loggingOf(seat.sessionId),
          ]);
          stream.tellStanding({ notices, logging }, syncs);
        }
      }),
    );
    const untold = userIds.filter((_, index) => told[index]?.status === "rejected");
    if (untold.length === 0) return;
    log.warn({ sockets: untold.length }, "news did not reach every socket; trying again");
    for (const userId of untold) changed.add(userId);
    setTimeout(lookNext, retryMs).unref();
  }

  const lookNext = inOrder(look, (error) => log.error({ error: String(error) }, "news was not looked at"));

  return {
    attachTo(http: Server) {
      http.on("upgrade", (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
        if (request.url?.split("?")[0] !== "/v1/stream") return tcp.end("HTTP/1.1 404 Not Found\r\n\r\n");
        if (closing) return tcp.end("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n\r\n");
        const token = bearerToken(request.headers);
        server.handleUpgrade(request, tcp, head, (socket) => connect(socket, tcp, token));
      });
    },
    onNews({ stamps, reset }: News) {
      if (reset) {
        // The database was restored: its revisions count anew, and anything may have changed.
        for (const [userId, streams] of ofUser) {
          for (const stream of streams) stream.forget();
          changed.add(userId);
        }
      }
      for (const { userId, revision } of stamps) {
        const streams = ofUser.get(userId);
        if (!streams) continue;
        // What a stream wrote itself it has seen.
        if ([...streams].some((stream) => stream.revision < revision)) changed.add(userId);
      }
      if (changed.size > 0) lookNext();
    },
    /** Every app is told to come back; no new one is let in. */
    closeAll() {
      closing = true;
      heartbeat.stop();
      for (const socket of server.clients) socket.close(closeCode.restarting, "restarting");
    },
    terminateAll() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}
