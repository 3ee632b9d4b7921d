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
import { endedNotice } from "./ended";
import { answerFrame } from "./frames";
import type { Signs } from "./signs";

const closeCode = { ended: 4001, replaced: 4002, badToken: 4003, restarting: 1012 } as const;
const largestFrame = 64 * 1024;

type Stream = { id: string; socket: WebSocket; session: TokenSession };

/** The live sockets of this gateway, one a session. */
export function openSockets(signs: Signs) {
  const streams = new Map<string, Stream>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    handleProtocols: (offered) => (offered.has("rollcall.v1") ? "rollcall.v1" : false),
  });

  function connect(socket: WebSocket, request: IncomingMessage) {
    socket.on("error", () => {});
    const opened = open(socket, request).catch((error) => {
      log.error({ error: String(error) }, "a socket could not be opened");
      socket.close(1011, "try again");
      return undefined;
    });
    // Apps send their first frame at once: frames wait for the token to be looked up.
    const receiveNext = inOrder(
      async (text: string) => {
        const stream = await opened;
        if (stream) await receive(stream, text);
      },
      (error) => log.error({ error: String(error) }, "a frame was not answered"),
    );
    socket.on("message", (data) => receiveNext(String(data)));
  }

  async function open(socket: WebSocket, request: IncomingMessage): Promise<Stream | undefined> {
    const token = tokenOf(request);
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
    const heartbeat = setInterval(() => socket.ping(), heartbeatSeconds * 1000);
    socket.on("pong", () => signs.note(session.id));
    socket.on("close", () => clearInterval(heartbeat));
    // Closed while we looked: neither of the listeners above was there to see it.
    if (socket.readyState > socket.OPEN) {
      clearInterval(heartbeat);
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
  async function end({ socket, session }: Stream) {
    const now = await db.session.findUniqueOrThrow({
      where: { id: session.id },
      include: { user: { include: { team: true } }, seat: true },
    });
    socket.send(JSON.stringify({ type: "session.ended", ...(await endedNotice(now)) }));
    socket.close(closeCode.ended, "session ended");
  }

  function leave({ id, session }: Stream) {
    streams.delete(id);
    detachStream(session.userId, id).catch((error) =>
      log.warn({ error: String(error) }, "socket left unrecorded"),
    );
  }

  /** Whoever lost the seat, or the stream, is told at once. */
  async function onNews({ stamps }: News) {
    const changed = new Set(stamps.map((stamp) => stamp.userId));
    const mine = [...streams.values()].filter((stream) => changed.has(stream.session.userId));
    if (mine.length === 0) return;
    const seats = await db.seat.findMany({
      where: { userId: { in: mine.map((stream) => stream.session.userId) } },
    });
    const seatOf = new Map(seats.map((seat) => [seat.userId, seat]));
    for (const stream of mine) {
      const seat = seatOf.get(stream.session.userId);
      if (!seat?.open || seat.sessionId !== stream.session.id) await end(stream);
      else if (seat.streamId !== null && seat.streamId !== stream.id)
        stream.socket.close(closeCode.replaced, "replaced");
    }
  }

  return {
    attachTo(http: Server) {
      http.on("upgrade", (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
        if (new URL(request.url ?? "/", "http://gateway").pathname !== "/v1/stream") return tcp.destroy();
        server.handleUpgrade(request, tcp, head, (socket) => connect(socket, request));
      });
    },
    onNews: (news: News) =>
      void onNews(news).catch((error) =>
        log.error({ error: String(error) }, "news did not reach the sockets"),
      ),
    closeAll() {
      for (const { socket } of streams.values()) socket.close(closeCode.restarting, "restarting");
    },
  };
}

/** From the header, or for browsers from the subprotocol `bearer.<token>`. */
function tokenOf(request: IncomingMessage): string | undefined {
  const header = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((part) => part.trim());
  return header ?? offered.find((part) => part.startsWith("bearer."))?.slice("bearer.".length);
}
