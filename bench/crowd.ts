import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import { backoffMs } from "@/client/backoff";
import { timesOf } from "./percentiles";

// A crowd of apps, in a process of its own: told by messages what to do, it answers with what it measured.

// What the crowd itself costs is nobody's: ws makes an error, with its stack, of every socket that it ends.
Error.stackTraceLimit = 0;

type App = {
  token: string;
  socket: WebSocket | undefined;
  frames: number;
  sentMs: Map<string, number>;
  /** By type, when the last frame came that answers nothing. */
  heard: Map<string, number>;
};

const apps: App[] = [];
let url = "";
let latencies: number[] = [];
let stored = 0;
let refused = 0;
let onAck: (app: App) => void = () => {};

const commands = {
  /** Connects an app for each token and waits until all are synchronised; returns how long that took, in ms. */
  async connect(input: { url: string; tokens: string[] }) {
    url = input.url.replace("http", "ws");
    const from = performance.now();
    const fresh = input.tokens.map((token) => ({
      token,
      socket: undefined,
      frames: 0,
      sentMs: new Map(),
      heard: new Map(),
    }));
    apps.push(...fresh);
    // A crowd does not knock at one instant.
    const queue = [...fresh];
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        for (let app = queue.pop(); app; app = queue.pop()) await connect(app);
      }),
    );
    return performance.now() - from;
  },

  /** Every app keeps so many state changes unanswered for so many seconds. */
  async work({ seconds, inFlight }: { seconds: number; inFlight: number }) {
    [latencies, stored, refused] = [[], 0, 0];
    onAck = tellState;
    const from = performance.now();
    for (const app of apps) for (let count = 0; count < inFlight; count++) tellState(app);
    await pause(seconds * 1000);
    onAck = () => {};
    const seconds_ = (performance.now() - from) / 1000;
    return { perSecond: stored / seconds_, refused, ...timesOf(latencies) };
  },

  /** Every app tells a state about once a second. */
  async trickle({ seconds }: { seconds: number }) {
    [latencies, stored, refused] = [[], 0, 0];
    const timers = apps.map((app) => {
      const timer = setTimeout(function next() {
        tellState(app);
        app.frames++;
        timers_.set(app, setTimeout(next, 1000));
      }, Math.random() * 1000);
      return timer;
    });
    await pause(seconds * 1000);
    for (const timer of [...timers, ...timers_.values()]) clearTimeout(timer);
    return { perSecond: stored / seconds, refused, ...timesOf(latencies) };
  },

  /**
   * So many apps a second tell a state, each in turn; every tenth is one of the first `often`. The reason of Not Ready is the
   * moment at which it was sent: `s` and epoch ms.
   */
  async pace({ seconds, perSecond, often }: { seconds: number; perSecond: number; often: number }) {
    [latencies, stored, refused] = [[], 0, 0];
    const everyMs = 20;
    const from = performance.now();
    let sent = 0;
    while (performance.now() - from < seconds * 1000) {
      const due = ((performance.now() - from) / 1000) * perSecond;
      for (; sent < due; sent++) {
        const app = sent % 10 === 0 ? apps[(sent / 10) % often] : apps[(sent * 7) % apps.length];
        if (app) tellMoment(app);
      }
      await pause(everyMs);
    }
    return { perSecond: stored / seconds, refused, ...timesOf(latencies) };
  },

  /**
   * Waits until so many apps, or every one, have been sent a frame of this type since `fromMs`; returns when the last one was, in
   * epoch ms.
   */
  async heard({ type, fromMs, count = apps.length }: { type: string; fromMs: number; count?: number }) {
    const heardMs = () => apps.flatMap(({ heard }) => heard.get(type) ?? []).filter((ms) => ms >= fromMs);
    while (heardMs().length < count) await pause(100);
    return Math.max(...heardMs());
  },

  /** Waits until every app that lost its gateway has come back by itself; returns how long each took since `from`. */
  async comeBack() {
    const tookMs = await Promise.all(apps.map(reconnect));
    return timesOf(tookMs);
  },
};
const timers_ = new Map<App, NodeJS.Timeout>();

function tellState(app: App) {
  if (app.socket?.readyState !== WebSocket.OPEN) return;
  const id = `f${++app.frames}`;
  app.sentMs.set(id, performance.now());
  app.socket.send(JSON.stringify({ id, type: "state", state: app.frames % 2 ? "ready" : "busy" }));
}

function tellMoment(app: App) {
  if (app.socket?.readyState !== WebSocket.OPEN) return;
  const id = `f${++app.frames}`;
  app.sentMs.set(id, performance.now());
  app.socket.send(JSON.stringify({ id, type: "state", state: "not_ready", reason: `s${Date.now()}` }));
}

function connect(app: App): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url}/v1/stream`, ["rollcall.v1", `bearer.${app.token}`]);
    app.socket = socket;
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("closed")));
    socket.on("open", () => socket.send(JSON.stringify({ id: "sync", type: "sync" })));
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data));
      if (frame.id === "sync") return resolve();
      if (frame.id === undefined) return hear(app, frame);
      const sent = app.sentMs.get(frame.id);
      if (sent === undefined) return;
      app.sentMs.delete(frame.id);
      if (frame.type === "ack") {
        latencies.push(performance.now() - sent);
        stored++;
      } else refused++;
      onAck(app);
    });
  });
}

/** As the client library does: a notice that is shown is confirmed. */
function hear(app: App, { type, noticeId }: { type: string; noticeId?: string }) {
  app.heard.set(type, Date.now());
  if (type !== "notice") return;
  app.socket?.send(JSON.stringify({ id: `n${++app.frames}`, type: "notice", noticeId, action: "received" }));
}

async function reconnect(app: App): Promise<number> {
  const socket = app.socket;
  if (socket && socket.readyState !== WebSocket.CLOSED)
    await new Promise((resolve) => socket.once("close", resolve));
  const from = performance.now();
  for (let attempt = 0; ; attempt++) {
    await pause(backoffMs(attempt, Math.random()));
    try {
      await connect(app);
      return performance.now() - from;
    } catch {
      // Not there yet.
    }
  }
}

process.on(
  "message",
  async ({ id, name, input }: { id: number; name: keyof typeof commands; input: never }) => {
    try {
      process.send?.({ id, output: await commands[name](input) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  },
);
process.on("disconnect", () => process.exit());
