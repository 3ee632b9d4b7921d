import type { WebSocket } from "ws";

/** Pings a socket; one that answers none in a whole beat is dead, whatever TCP believes. Returns how to stop. */
export function keepAlive(socket: WebSocket, everyMs: number, onSign: () => void) {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
    onSign();
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, everyMs);
  return () => clearInterval(timer);
}
