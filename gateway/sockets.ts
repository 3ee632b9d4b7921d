import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { db } from "@/lib/db";
import { inOrder } from "@/lib/in-order";
import type { News } from "@/lib/live/reader";
import { log } from "@/lib/log";
import { attachStream, detachStream } from "@/lib/seats/stream";
import { findByToken, type TokenSession } from "@/lib/sessions/queries";
import type { Seat } from "@/prisma/generated/client";
import { bearerToken } from "./bearer";
import { endedNotice } from "./ended";
import { answerFrame } from "./frames";
import { keepAlive } from "./heartbeat";
import type { Signs } from "./signs";

const closeCode = { ended: 4001, replaced: 4002, badToken: 4003, restarting: 1012, tryAgain: 1011 } as const;
const largestFrame = 64 * 1024;
const retryMs = 1000;

type Stream = { id: string; socket: WebSocket; session: TokenSession };

/** The live sockets of this gateway, one a session. */
export function openSockets(signs: Signs) {
  const streams = new Map<string, Stream>();
  const changed = new Set<string>();
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
    const token = bearerToken(request.headers);
    const session = token ? await findByToken(token) : null;
    if (!session) return void socket.close(closeCode.badToken, "bad token");

    const stream = { id: randomUUID(), socket, session };
    // Known before the seat is attached: an ending right after is then not missed.
    streams.set(stream.id, stream);
    socket.on("close", () => leave(stream));
    const attached = await attachStream(session, stream.id);
    if (!attached.ok) return void (await end(stream));
    signs.note(session.id);

    const { heartbeatSeconds } = await db.signOfLife.findUniqueOrThrow({ where: { userId: session.userId } });
    const stopHeartbeat = keepAlive(socket, heartbeatSeconds * 1000, () => signs.note(session.id));
    socket.on("close", stopHeartbeat);
    // Closed while we looked: neither of the listeners above was there to see it.
    if (socket.readyState > socket.OPEN) {
      stopHeartbeat();
      leave(stream);
    }
    return stream;
  }

  async function receive(stream: Stream, text: string) {
    signs.note(stream.session.id);
    const answer = await answerFrame(text, stream.session, signs);
    if (answer) stream.socket.send(JSON.stringify(answer));
  }

  /** Tells the app why its session ended, then closes. */
  async function end(stream: Stream) {
    const session = await db.session.findUniqueOrThrow({
      where: { id: stream.session.id },
      include: { user: { include: { team: true } }, seat: true },
    });
    const notice = await endedNotice(session);
    // Told once, also where two pieces of news say the same.
    if (!streams.delete(stream.id)) return;
    stream.socket.send(JSON.stringify({ type: "session.ended", ...notice }));
    stream.socket.close(closeCode.ended, "session ended");
  }

  function leave({ id, session }: Stream) {
    streams.delete(id);
    detachStream(session.userId, id).catch((error) =>
      log.warn({ error: String(error) }, "socket left unrecorded"),
    );
  }

  /** Whoever lost the seat, or the stream, is told at once. */
  async function look() {
    const looking = [...changed];
    const mine = [...streams.values()].filter((stream) => changed.has(stream.session.userId));
    if (mine.length > 0) {
      const userIds = mine.map((stream) => stream.session.userId);
      const seats = await db.seat.findMany({ where: { userId: { in: userIds } } });
      const seatOf = new Map(seats.map((seat) => [seat.userId, seat]));
      for (const stream of mine) await settle(stream, seatOf.get(stream.session.userId));
    }
    for (const userId of looking) changed.delete(userId);
  }

  async function settle(stream: Stream, seat: Seat | undefined) {
    if (!seat?.open || seat.sessionId !== stream.session.id) return end(stream);
    if (seat.streamId !== null && seat.streamId !== stream.id)
      stream.socket.close(closeCode.replaced, "replaced");
  }

  const lookNext = inOrder(look, (error) => {
    // Who changed is kept: nobody stays untold because the database was away.
    log.warn({ error: String(error) }, "news did not reach the sockets; trying again");
    setTimeout(lookNext, retryMs).unref();
  });

  return {
    attachTo(http: Server) {
      http.on("upgrade", (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
        if (request.url?.split("?")[0] !== "/v1/stream") return tcp.destroy();
        server.handleUpgrade(request, tcp, head, (socket) => connect(socket, request));
      });
    },
    onNews({ stamps }: News) {
      for (const { userId } of stamps) changed.add(userId);
      lookNext();
    },
    closeAll() {
      for (const { socket } of streams.values()) socket.close(closeCode.restarting, "restarting");
    },
  };
}
