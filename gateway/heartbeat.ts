import type { WebSocket } from "ws";

type Beating = { socket: WebSocket; heartbeatMs: number; answered: boolean; pingAtMs: number };

const tickMs = 250;

/**
 * Pings sockets, each at its own pace; one that answers none in a whole beat is dead, whatever TCP believes. One timer for
 * all: ten thousand of them would cost more than the sockets.
 */
export function openHeartbeat() {
  const all = new Set<Beating>();
  let lastTickMs = performance.now();
  const timer = setInterval(tick, tickMs);

  function tick() {
    const nowMs = performance.now();
    // After a stall of our own the answers are still to be read.
    const stalled = nowMs - lastTickMs > 4 * tickMs;
    lastTickMs = nowMs;
    if (stalled) return;
    for (const one of all) {
      if (nowMs < one.pingAtMs) continue;
      if (!one.answered) {
        one.socket.terminate();
        continue;
      }
      one.answered = false;
      one.pingAtMs = nowMs + one.heartbeatMs;
      one.socket.ping();
    }
  }

  return {
    /** Keeps a socket beating until it closes. */
    add(socket: WebSocket, heartbeatMs: number, onSign: () => void) {
      // Those that came at one moment, after a restart for instance, are spread.
      const pingAtMs = performance.now() + heartbeatMs * (0.5 + Math.random() / 2);
      const one = { socket, heartbeatMs, answered: true, pingAtMs };
      all.add(one);
      socket.on("pong", () => {
        one.answered = true;
        onSign();
      });
      socket.on("close", () => all.delete(one));
    },
    stop: () => clearInterval(timer),
  };
}
