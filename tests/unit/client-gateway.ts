import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

type Frame = { id: string; type: string; state?: string; reason?: string; ageMs?: number };
type Answer = { status: number; body?: object; before?: () => void };

export const current = {
  sessionId: "s1",
  user: { username: "maria", name: "Maria Ortiz", team: "Billing" },
  loginAt: "2026-11-22T08:58:14.000Z",
  state: "not_ready",
  reason: null,
  stateSince: "2026-11-22T08:58:14.000Z",
};

export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: `/problems/${code}`, title: code, status, ...more },
});

/** The gateway's side of the wire, played by the test: answers are queued, frames are waited for. */
export async function playGateway() {
  const answers: Answer[] = [];
  const requests: { call: string; body: Record<string, unknown> }[] = [];
  const frames: Frame[] = [];
  const tokens: string[] = [];
  let live: WebSocket | undefined;
  let arrived = () => {};

  const http = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    requests.push({ call: `${request.method} ${request.url}`, body: JSON.parse(text || "{}") });
    const { status, body, before }: Answer = answers.shift() ?? { status: 500 };
    before?.();
    response.writeHead(status).end(body && JSON.stringify(body));
  });
  const sockets = new WebSocketServer({
    server: http,
    handleProtocols(offered) {
      const token = [...offered].find((name) => name.startsWith("bearer."));
      tokens.push(token?.slice("bearer.".length) ?? "");
      return "rollcall.v1";
    },
  });
  sockets.on("connection", (socket) => {
    live = socket;
    socket.on("message", (data) => {
      frames.push(JSON.parse(String(data)));
      arrived();
    });
  });
  http.listen(0);
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    signedIn: {
      status: 201,
      body: { ...current, token: "rc_1", stream: `ws://127.0.0.1:${port}/v1/stream` },
    },
    requests,
    tokens,
    answer: (...next: Answer[]) => void answers.push(...next),
    async frame(): Promise<Frame> {
      for (;;) {
        const next = frames.shift();
        if (next) return next;
        await new Promise<void>((resume) => {
          arrived = resume;
        });
      }
    },
    send: (frame: object) => live?.send(JSON.stringify(frame)),
    drop: () => live?.terminate(),
    closeWith: (code: number) => live?.close(code),
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      http.close();
      await once(http, "close");
    },
  };
}
export type PlayedGateway = Awaited<ReturnType<typeof playGateway>>;
