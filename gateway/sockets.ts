import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import pLimit from "p-limit";
import { type WebSocket, WebSocketServer } from "ws";
import { db } from "@/lib/db";
import { inOrder } from "@/lib/in-order";
import type { News } from "@/lib/live/reader";
import { log } from "@/lib/log";
import { attachStream, detachStream } from "@/lib/seats/stream";
import { findByToken, findSession, type TokenSession } from "@/lib/sessions/queries";
import type { Seat } from "@/prisma/generated/client";
import { bearerToken } from "./bearer";
import { endedNotice } from "./ended";
import { answerFrame } from "./frames";
import { keepAlive } from "./heartbeat";
import type { Signs } from "./signs";

const closeCode = { ended: 4001, replaced: 4002, badToken: 4003, restarting: 1012, tryAgain: 1011 } as const;
const largestFrame = 64 * 1024;
const retryMs = 1000;
// Telling why takes queries of its own: many at once, without taking every connection.
const telling = pLimit(4);

/** `attached` once the seat knows this socket: before, another one in the seat says nothing about it. */
type Stream = { id: string; socket: WebSocket; session: TokenSession; attached: boolean };

/** The live sockets of this gateway, one a session. */
export function openSockets(signs: Signs) {
  const streams = new Map<string, Stream>();
  const changed = new Set<string>();
  // The turn of each session's newest socket: a slow look-up must not let an older one replace it.
  const newest = new Map<string, number>();
  let turns = 0;
  let closing = false;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    handleProtocols: (offered) => (offered.has("rollcall.v1") ? "rollcall.v1" : false),
  });

  function connect(socket: WebSocket, request: IncomingMessage) {
    socket.on("error", () => {});
    const opened = open(socket, request).catch((error) => {
      log.error({ error: String(error) }, "a socket could not be opened");
      socket.close(closeCode.tryAgain, "try again");
      return undefined;
    });
    // Apps send their first frame at once: frames wait for the token to be looked up.
    const receiveNext = inOrder(
      async (text: string) => {
        const stream = await opened;
        if (stream && socket.readyState === socket.OPEN) await receive(stream, text);
      },
      (error) => {
        log.error({ error: String(error) }, "a frame was not answered");
        // What follows must not be stored before it: the app comes back and sends both again.
        socket.close(closeCode.tryAgain, "try again");
      },
    );
    socket.on("message", (data) => receiveNext(String(data)));
  }

  async function open(socket: WebSocket, request: IncomingMessage): Promise<Stream | undefined> {
    const turn = ++turns;
    const token = bearerToken(request.headers);
    const session = token ? await findByToken(token) : null;
    if (!session) return void socket.close(closeCode.badToken, "bad token");

    const stream: Stream = { id: randomUUID(), socket, session, attached: false };
    // Known before the seat is attached: an ending right after is then not missed.
    streams.set(stream.id, stream);
    const stopHeartbeat = keepAlive(socket, session.heartbeatSeconds * 1000, () => signs.note(session));
    socket.on("close", () => {
      stopHeartbeat();
      leave(stream);
    });
    const isNewest = () => newest.get(session.id) === turn;
    newest.set(session.id, Math.max(turn, newest.get(session.id) ?? 0));
    socket.on("close", () => isNewest() && newest.delete(session.id));
    const isOpen = () => socket.readyState === socket.OPEN;
    const result = await attachStream(session, stream.id, () => isOpen() && isNewest());
    if (!result.ok && result.code === "session-ended") return void (await end(stream));
    if (!result.ok) return void socket.close(closeCode.replaced, "replaced");
    stream.attached = true;
    // Closed while the attachment was stored: then it had nothing to leave yet.
    if (!isOpen()) return void leave(stream);
    // What changed between the attachment and now was passed over.
    changed.add(session.userId);
    lookNext();
    signs.note(session);
    return stream;
  }

  async function receive({ session, socket }: Stream, text: string) {
    signs.note(session);
    const answer = await answerFrame(text, session, signs);
    if (answer) socket.send(JSON.stringify(answer));
  }

  /** Tells the app why its session ended, then closes. */
  async function end({ id, socket, session }: Stream) {
    const notice = await endedNotice(await findSession(session.id));
    // Told once, also where two pieces of news say the same.
    if (!streams.delete(id)) return;
    socket.send(JSON.stringify({ type: "session.ended", ...notice }));
    socket.close(closeCode.ended, "session ended");
  }

  function leave({ id, session }: Stream) {
    streams.delete(id);
    detachStream(session.userId, id).catch((error) =>
      log.warn({ error: String(error) }, "socket left unrecorded"),
    );
  }

  /** Whoever lost the seat, or the stream, is told at once; whom that fails for is looked at again. */
  async function look() {
    const looking = new Set(changed);
    changed.clear();
    if (looking.size === 0) return;
    const mine = [...streams.values()].filter((stream) => looking.has(stream.session.userId));
    if (mine.length === 0) return;
    const wasAttached = new Set(mine.filter((stream) => stream.attached));
    const userIds = mine.map((stream) => stream.session.userId);
    const seats = await db.seat.findMany({ where: { userId: { in: userIds } } }).catch(() => null);
    const seatOf = new Map(seats?.map((seat) => [seat.userId, seat]));
    const told = await Promise.allSettled(
      mine.map((stream) =>
        telling(async () => {
          if (!seats) throw new Error("the seats could not be read");
          await settle(stream, seatOf.get(stream.session.userId), wasAttached.has(stream));
        }),
      ),
    );
    const untold = mine.filter((_, index) => told[index]?.status === "rejected");
    if (untold.length === 0) return;
    log.warn({ sockets: untold.length }, "news did not reach every socket; trying again");
    for (const stream of untold) changed.add(stream.session.userId);
    setTimeout(lookNext, retryMs).unref();
  }

  async function settle(stream: Stream, seat: Seat | undefined, wasAttached: boolean) {
    if (!seat?.open || seat.sessionId !== stream.session.id) return end(stream);
    const replaced = wasAttached && seat.streamId !== null && seat.streamId !== stream.id;
    if (replaced) stream.socket.close(closeCode.replaced, "replaced");
  }

  const lookNext = inOrder(look, (error) => log.error({ error: String(error) }, "news was not looked at"));

  return {
    attachTo(http: Server) {
      http.on("upgrade", (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
        if (closing || request.url?.split("?")[0] !== "/v1/stream") return tcp.destroy();
        server.handleUpgrade(request, tcp, head, (socket) => connect(socket, request));
      });
    },
    onNews({ stamps }: News) {
      for (const { userId } of stamps) changed.add(userId);
      lookNext();
    },
    /** Every app is told to come back; no new one is let in. */
    closeAll() {
      closing = true;
      for (const socket of server.clients) socket.close(closeCode.restarting, "restarting");
    },
    terminateAll() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}
